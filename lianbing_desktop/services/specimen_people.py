"""Specimen liaisons for trials: every name says that it is one (张样本), every number is nobody's (0512-00000001)."""

from collections.abc import Iterator
from dataclasses import dataclass

from lianbing_desktop.domain.liaison import Role
from lianbing_desktop.services.happenings import COUNTIES

_SURNAMES = "张李王赵钱孙周吴郑冯陈卫"
_REPORTERS = ("zhangjiagang", "kunshan", "sip")


@dataclass(frozen=True)
class Specimen:
    """A person of a unit from ``on`` (``MM-DD``) on, with the number that tells the telephones apart.

    ``until`` is the last day; ``renumbered`` the day from which the mobile number is another one.
    """

    unit: str
    role: Role
    name: str
    number: int
    on: str
    until: str = ""
    renumbered: str = ""

    @property
    def values(self) -> dict[str, str]:
        """What is known of the person, by field."""
        return {
            "name": self.name,
            "post": "样本科员",
            "office_phone": f"0512-{self.number:08d}",
            "mobile": f"1380000{self.number:04d}",
            "email": f"yangben{self.number}@example.com",
            "qq": f"{10000 + self.number}",
            "note": "演示用，内容为虚构",
        }

    @property
    def new_mobile(self) -> str:
        """The mobile number after ``renumbered``."""
        return f"1390000{self.number:04d}"


def specimen_people() -> Iterator[Specimen]:
    """Yield who was named as the lists of the counties came, one of them gone since, one with another telephone."""
    for number, county in enumerate(COUNTIES, 1):
        on = {"wujiang": "06-07", "gusu": "06-08"}.get(county, "06-05")
        until = "09-29" if county == "xiangcheng" else ""
        renumbered = "08-15" if county == "kunshan" else ""
        name = f"{_SURNAMES[number - 1]}样本"
        yield Specimen(county, Role.LIAISON, name, number, on, until, renumbered)
    for number, county in enumerate(_REPORTERS, len(COUNTIES) + 1):
        yield Specimen(county, Role.REPORTER, f"{_SURNAMES[(number - 1) % len(_SURNAMES)]}样例", number, "06-05")
    yield Specimen("supervision", Role.LIAISON, "沈样本", 30, "06-02")
