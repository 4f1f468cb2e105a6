"""A text in, the name of the language that it is in out, where foedus cannot read it."""

from functools import cache
from typing import Any

from foedus.model.errors import DocumentError

READ = frozenset({"en"})
_SHORTEST = 60  # characters; cld3 guesses on less, so shorter texts are not judged
_LONG = 200
_SURE, _SURE_OF_SHORT = 0.85, 0.97  # at these 1 English text in 1,800 is taken for another, 95 % of
# the sentences of German reports are seen
_ENGLISH = frozenset({
    "the", "of", "and", "than", "were", "was", "by", "with", "has", "have", "had", "from", "their",
    "which", "this", "that", "would", "said", "been", "its", "his", "her", "more", "to", "for",
})  # fmt: skip
_NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "pl": "Polish", "ru": "Russian", "uk": "Ukrainian", "zh": "Chinese",
    "ja": "Japanese", "ko": "Korean", "ar": "Arabic", "fa": "Persian", "tr": "Turkish",
    "sv": "Swedish", "no": "Norwegian", "da": "Danish", "fi": "Finnish", "cs": "Czech",
    "sk": "Slovak", "hu": "Hungarian", "ro": "Romanian", "bg": "Bulgarian", "sr": "Serbian",
    "hr": "Croatian", "el": "Greek", "iw": "Hebrew", "he": "Hebrew", "hi": "Hindi",
    "ur": "Urdu", "vi": "Vietnamese", "id": "Indonesian", "th": "Thai", "hy": "Armenian",
    "ka": "Georgian", "az": "Azerbaijani", "kk": "Kazakh", "lt": "Lithuanian", "lv": "Latvian",
    "et": "Estonian", "sl": "Slovenian", "mk": "Macedonian", "sq": "Albanian", "be": "Belarusian",
}  # fmt: skip


@cache
def _identifier() -> Any:
    import gcld3

    return gcld3.NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=4000)


def other_language(text: str) -> str | None:
    """The name of the language that `text` is surely in, where it is none that is read here."""
    if len(text) < _SHORTEST:
        return None
    found = _identifier().FindLanguage(text)
    code = found.language.split("-")[0]
    sure = _SURE if len(text) >= _LONG else _SURE_OF_SHORT
    if code in READ or not found.is_reliable or found.probability < sure:
        return None
    if len(text) < _LONG and _has_english(text):
        return None
    return _NAMES.get(code, f"the language with the code {code!r}")


def _has_english(text: str) -> bool:
    """Whether words that only English has are a fifth of the words: a name may mislead cld3."""
    words = text.lower().split()
    return sum(word in _ENGLISH for word in words) * 5 >= len(words)


def check_language(text: str, name: str) -> None:
    """Raise DocumentError (code `language`) where `text` is surely in a language not read here."""
    language = other_language(text)
    if language is not None:
        raise DocumentError(
            name, "language", f"it is in {language}",
            "give an English text; only English is read yet",
        )  # fmt: skip
