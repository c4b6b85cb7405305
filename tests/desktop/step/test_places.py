import pytest

from caseworker_app.desktop.step.places import Step, item_of, section_of, source_of, step_of


@pytest.mark.parametrize(
    ("place", "step"),
    [
        ("/investigators", Step.HOUSEHOLD),
        ("/members/#m1/status", Step.HOUSEHOLD),
        ("/explanations/#CL01:r-car/state", Step.COMPARISON),
        ("/living/impression", Step.CHECKS),
        ("/property/vehicles/#v1/price", Step.CHECKS),
        ("/opinion", Step.DETERMINATION),
        ("/signatures/#member", Step.SIGNING),
    ],
)
def test_that_every_path_leads_to_its_step(place: str, step: Step) -> None:
    assert step_of(place) is step


def test_that_a_path_names_its_section_and_item() -> None:
    assert section_of("/property/vehicles/#v1/price") == "property"
    assert item_of("/explanations/#CL01:r-car/state") == "CL01:r-car"
    assert item_of("/living/kitchen") == ""


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("/incomes/#i1/monthly", "收入核查"),
        ("/somewhere", "本次核查"),
        ("top_up.rate_of_standard.minor", "地区规则包"),
        ("规则包 ZJ-DEMO-2025", "规则包 ZJ-DEMO-2025"),
        ("", ""),
    ],
)
def test_that_the_source_of_a_figure_is_told_in_words(source: str, words: str) -> None:
    assert source_of(source) == words
