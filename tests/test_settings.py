from pathlib import Path

import pytest

from caseworker_app.errors import UserError
from caseworker_app.settings import Settings, load, save


def test_that_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    wanted = Settings(server='https://服务器.example/"路径"', scale=150, large_type=True)

    save(tmp_path, wanted)

    assert load(tmp_path) == wanted


def test_that_a_folder_without_settings_has_defaults(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()


def test_that_a_setting_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('scale = 125\nfuture = "x"\n', "utf-8")

    assert load(tmp_path).scale == 125


@pytest.mark.parametrize(
    ("text", "named"), [('scale = "big"', "scale"), ("scale = ", "settings.toml")]
)
def test_that_a_wrong_setting_is_named_with_its_file(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "settings.toml").write_text(text, "utf-8")

    with pytest.raises(UserError, match=named):
        load(tmp_path)


def test_that_an_address_is_kept_without_a_closing_slash() -> None:
    assert Settings().with_server("http://127.0.0.1:8327/").server == "http://127.0.0.1:8327"
