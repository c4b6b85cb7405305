import pytest

from caseworker_app.desktop.step.places import Step, item_of, section_of, step_of


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
