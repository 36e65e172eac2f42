"""Words of who hands in and who receives: 各县（市、区）生态环境局, 领导小组办公室, 省厅; and by which channel."""

import re

_END = (
    r"(?:办公室|领导小组|工作组|专班|秘书处|指挥部|支队|大队|总队|中心|政府|单位|部门|机关|学校|集体|公司|企业|团委|工会|党委|监委|"
    r"乡镇|街道|县区|市区|环委办|纪委|电视台|百日办|"
    r"局|厅|部|委|办|处|科|室|站|司|队|所|院|组|校)"
)
_SIGN = r"[\u4e00-\u9fff]"
OFFICE = rf"(?:{_SIGN}{{0,4}}\([^()]{{1,12}}\))?{_SIGN}{{0,14}}?{_END}"
_LIST = rf"(?:各?{_SIGN}{{0,6}}[、和])?"
_OWN = r"(?:(?![将把向报送应须要由经于在均]|通过|及时)[\u4e00-\u9fff])"
_PLACES = "市|县|区|镇|地|省|乡镇|街道|县区|市县|设区市|地市|支队|大队"
SENDER = re.compile(
    rf"^(?:请|由|要求)?(?P<unit>(?:(?:{_OWN}{{1,7}}[、和])?{_OWN}{{1,7}}?(?:\([^()]{{1,12}}\))?{_OWN}{{0,16}}?{_END})"
    rf"|各(?:{_PLACES})(?:[、和](?:{_PLACES}))?(?:\([^()]{{1,12}}\))?|信息员|联络员|负责人|企业|学校|单位)"
    r"(?=负责|牵头|统一|认真|积极|应|须|要|将|把|向|于|在|通过|按|每|及时|报|提交|提供|上报|实时|随时|填|分别|交|送|上传|公开|制定|务|对|汇总|\d{1,2}月|$)"
)
"""The office at the head of a part, before what it has to do."""
NOT_SENDER = re.compile(r"^(?:并|上传|以|按|于|在|及|将|把|向|通过|经|同时|汇总|根据|对|如|若|凡)|[经报送被]")
TO_AHEAD = re.compile(rf"(?:向|报经|面向|对)(?P<unit>{OFFICE}(?!{_END})|社会|公众)")
TO_BEHIND = re.compile(
    rf"^(?!成)(?:OA|系统)?(?:至|到|给|送|往)?(?P<unit>(?:市|省|县|区|局|国家|本级|综合|办公|我)?{OFFICE}(?:办公室)?)"
    r"(?=备案|备查|审核|汇总|审定|审批|存档|收|[)、(]|$)"
)
PLACE_BEHIND = re.compile(
    r"^(?:至|到|往|给|在|(?=系统|平台|网站))(?P<place>[^,。;]{0,24}?(?:邮箱|信箱|系统|平台|网站|群)(?:\(?[A-Za-z\d_.@:]+\)?)?|[A-Za-z\d_.]+@[A-Za-z\d.]+)"
)
_NAMED = re.compile(
    r"(?:通过|经由|利用|登录|以|在|至|到)(?P<name>[“\"][^”\"]{1,30}[”\"](?:系统|平台)?|"
    r"[^,\n“将把]{1,24}?(?:系统|平台|网站|门户|邮箱|邮件|OA|光盘|传真|公众号|专栏))"
)
_LOOSE = re.compile(
    r"OA|门户网站|网站|电子邮箱|电子邮件|邮箱|光盘|正式文件|[pP][dD][fF]|纸质|传真|公文交换|扫描件|网上直报|书面|电子版"
)
_LONGEST = ("门户网站", "电子邮箱", "电子邮件")


def channels_of(text: str) -> tuple[str, ...]:
    """Return the channels named in a part: systems and sites by their own names, else the kind (光盘, 传真, pdf)."""
    named = [re.sub(r"[“”\"]", "", match["name"]) for match in _NAMED.finditer(text)]
    kinds = [name for name in named if len(name) > 1]
    loose = [match.group() for match in _LOOSE.finditer(text)]
    return tuple(dict.fromkeys(kinds + [word for word in loose if not any(word in name for name in kinds)]))
