"""The demonstration is the whole visit, through the real windows, on the whole sample."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.timeout(240)
def test_a_tenant_and_an_agent_settle_a_whole_visit_online_and_offline(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "desktop", "demo", "--output", str(tmp_path)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    steps = json.loads((tmp_path / "tour.json").read_bytes())
    assert [step["step"] for step in steps if not step["ok"]] == [], run.stdout
    assert run.returncode == 0
    assert sum(len(step["seen"]) for step in steps) >= len(steps) // 2, "most steps are proved at central"
    assert len(list(tmp_path.glob("*.png"))) >= len(steps) - 3
    papers = {path.name: path.read_bytes()[:5] for path in tmp_path.glob("*.pdf")}
    assert len(papers) == 5
    assert set(papers.values()) == {b"%PDF-"}
