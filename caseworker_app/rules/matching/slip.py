"""One slip of the finger between two numbers (Damerau distance 1)."""


def slip(typed: str, right: str) -> str:
    """Return in words how ``typed`` came from ``right`` by one slip, or empty.

    A wrong character, two swapped neighbours, one too few, one too many.
    """
    match len(typed) - len(right):
        case 0:
            return _wrong_or_swapped(typed, right)
        case -1:
            return "少一位" if _one_longer(right, typed) else ""
        case 1:
            return "多一位" if _one_longer(typed, right) else ""
        case _:
            return ""


def _wrong_or_swapped(typed: str, right: str) -> str:
    match [i for i, (a, b) in enumerate(zip(typed, right, strict=True)) if a != b]:
        case [i]:
            return f"第{i + 1}位不同"
        case [i, j] if j == i + 1 and typed[i] == right[j] and typed[j] == right[i]:
            return f"第{i + 1}、{j + 1}位颠倒"
        case _:
            return ""


def _one_longer(long: str, short: str) -> bool:
    same = next(
        (i for i, (a, b) in enumerate(zip(long, short, strict=False)) if a != b), len(short)
    )
    return long[same + 1 :] == short[same:]
