from caseworker_app.model.checkup import LOW_DISK, disk


def test_that_little_free_space_says_what_to_do() -> None:
    enough, short = disk(LOW_DISK), disk(LOW_DISK - 1)

    assert enough.sound
    assert enough.said == "剩余 0.5 GB"
    assert not short.sound
    assert "腾出空间" in short.said
