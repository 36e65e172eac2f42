"""A campaign written and read back is the same campaign."""

from dataclasses import replace
from pathlib import Path

from lianbing_desktop.domain.requirement import DueRule
from lianbing_desktop.paths import resource
from lianbing_desktop.reading.campaigns import read_campaign
from lianbing_desktop.store.campaigns import CampaignRows
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.requirements import RequirementRows
from lianbing_desktop.store.tasks import TaskRows
from tests.support.desk import CAMPAIGN, desk_at


def test_units_stages_tasks_and_requirements_come_back_as_they_were_read(tmp_path: Path) -> None:
    campaign = read_campaign(resource(f"campaigns/{CAMPAIGN}.toml"))
    with desk_at(tmp_path) as desk:
        path, campaign_id = desk.home.database, desk.campaigns.current_id or 0
    database = Database(path)
    rows = CampaignRows(database)
    assert tuple(replace(each, id=0, keys="") for each in rows.units(campaign_id)) == campaign.units
    assert tuple(replace(each, id=0) for each in rows.stages(campaign_id)) == campaign.stages
    assert tuple(replace(each, id=0, keys="") for each in TaskRows(database).all(campaign_id)) == campaign.tasks
    assert tuple(replace(each, id=0) for each in RequirementRows(database).all(campaign_id)) == campaign.requirements
    header = rows.header(campaign_id)
    own = ("name", "title", "table_title", "annex", "year", "revision", "source")
    assert [header[name] for name in own] == [getattr(campaign, name) for name in own]
    database.close()


def test_a_due_rule_kept_before_there_were_lists_of_days_is_read(tmp_path: Path) -> None:
    with desk_at(tmp_path) as desk:
        path, campaign_id = desk.home.database, desk.campaigns.current_id or 0
    database = Database(path)
    with database.transaction():
        old = '{"on": null, "months": [6, 7], "after": "", "days": 0}'
        database.run("requirements", "UPDATE requirements SET due = ? WHERE key = 'dispatch'", (old,))
    found = {item.key: item.due for item in RequirementRows(database).all(campaign_id)}
    assert found["dispatch"] == DueRule(months=(6, 7))
    database.close()
