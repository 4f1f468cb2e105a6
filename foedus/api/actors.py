"""The gazetteer as the faces see it: who a name may be, with dates; checking a user's records."""

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

from foedus.model.errors import InputError, LibraryError
from foedus.read.gazetteer import Form, Gazetteer, Holder, Member, Office, Record, normal, use

Row = dict[str, Any]
_NEAR = 3
_LISTS = (
    (Form.NAME, "called"), (Form.DEMONYM, "its people"), (Form.METONYM, "stands for it"),
    (Form.BODY, "bodies"), (Form.FORCES, "forces"), (Form.PLACE, "places"),
)  # fmt: skip


def use_actors(*folders: str | Path) -> None:
    """Put records of one's own on top of the gazetteer, for all that is read from now on.

    A record of the same id takes the place of ours; with `extends = true` it adds to it. Without
    folders the gazetteer is as shipped again. Raises InputError for a folder that is none,
    LibraryError for the first record that is wrong; what was in use before then stays in use.
    """
    paths = tuple(map(Path, folders))
    for path in paths:
        if not path.is_dir():
            raise InputError(f"{path}: no such folder; name one that holds TOML records of actors")
    use(paths)


def actor_rows(name: str, on: date | None = None) -> list[Row]:
    """Whom an id or a name may mean, likeliest first; with a day, as on that day.

    Of a record: its names, codes, members and offices with their holders; of a person: its
    offices. Raises InputError, which lists the nearest names, where nobody is called so.
    """
    gazetteer = Gazetteer.load()
    found = [key for key in (name, name.upper()) if key in gazetteer.records]
    found += [key for key in (name,) if key in gazetteer.persons]
    if not found:
        found = list(dict.fromkeys(sense.actor for sense in gazetteer.lookup(name, on)))
    if not found:
        raise InputError(f"nobody in the gazetteer is called '{name}'{_nearest(gazetteer, name)}")
    return [_row(gazetteer, key, on) for key in dict.fromkeys(found)]


def check_actors(paths: Iterable[str | Path]) -> tuple[str, ...]:
    """What is wrong with the files, or all files of the folders; empty when nothing is.

    Each file is checked by itself, then all of them, and no others, together with the shipped
    records. Raises InputError for a path that is none, or a folder without TOML files.
    """
    given = tuple(map(Path, paths))
    files = [file for path in given for file in _files(path)]
    problems = [problem for file in files if (problem := _problem(file))] or _twice(files)
    if problems or not files:
        return tuple(problems)
    with TemporaryDirectory() as name:
        alone = {f"{n}/{p.name}": p for n, p in enumerate(given) if p.is_file()}
        for copy, file in alone.items():
            (Path(name) / copy).parent.mkdir()
            copyfile(file, Path(name) / copy)
        try:
            Gazetteer.load((*(path for path in given if path.is_dir()), Path(name)))
        except LibraryError as error:
            copy, colon, what = str(error).partition(":")
            return (f"{alone.get(copy, copy)}{colon}{what}",)
    return ()


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(file for file in path.rglob("*.toml") if not file.is_dir())
        if not found:
            raise InputError(f"{path}: this folder holds no TOML file; name one that does")
        return found
    if not path.is_file():
        raise InputError(f"{path}: no such file or folder; name TOML records of actors")
    return [path]


def _problem(file: Path) -> str:
    from foedus.read.gazetteer import extends, record_of

    try:
        table = tomllib.loads(file.read_text("utf-8"))
        if not extends(table, str(file)):
            record_of(table, str(file))
    except OSError as error:
        return f"{file}: it cannot be read: {error.strerror}"
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return f"{file}: this is not TOML in UTF-8: {error}"
    except LibraryError as error:
        return str(error)
    return ""


def _twice(files: Iterable[Path]) -> list[str]:
    """Two records of one folder with one id: only one of them would count."""
    seen: dict[tuple[Path, str], Path] = {}
    problems = []
    for file in files:
        table = tomllib.loads(file.read_text("utf-8"))
        if not table.get("extends"):
            first = seen.setdefault((file.parent, str(table.get("id"))), file)
            if first != file:
                problems.append(f"{file}: `id` is that of {first.name} too; give it another")
    return problems


def _nearest(gazetteer: Gazetteer, name: str) -> str:
    known = {key: senses[0].name for key, senses in gazetteer.names()}
    near = get_close_matches(normal(name), list(known), n=_NEAR, cutoff=0.75)
    return f"; the nearest are {', '.join(known[key] for key in near)}" if near else ""


def _row(gazetteer: Gazetteer, key: str, on: date | None) -> Row:
    record = gazetteer.record(key)
    if record is None:
        return _person_row(gazetteer, key, on)
    members = gazetteer.members(key, on) if on else [_member(m) for m in record.members]
    return {
        "id": record.id, "kind": record.kind.value, "name": record.name,
        "official": record.official or None, "since": record.since or None,
        "until": record.until or None, "as_of": record.as_of or None,
        "country": record.country or None, "sector": record.sector or None,
        "capital": record.capital or None, "codes": dict(record.codes),
        "names": {label: _named(record, form) for form, label in _LISTS if _named(record, form)},
        "members": members,
        "offices": [row for office in record.offices if (row := _office(office, on))],
    }  # fmt: skip


def _person_row(gazetteer: Gazetteer, key: str, on: date | None) -> Row:
    person = gazetteer.persons[key]
    held = [
        {"title": office.title, "of": office.record, "role": office.role, **_holder(holder)}
        for office, holder in gazetteer.offices_of(key, on)
    ]
    return {
        "id": key, "kind": "person", "name": person.name, "also": list(person.also),
        "country": gazetteer.country_of(key, on) or None, "sector": person.sector or None,
        "offices": held,
    }  # fmt: skip


def _named(record: Record, form: Form) -> list[str]:
    return [name.text for name in record.names if name.form is form]


def _member(member: Member) -> Row:
    return {"actor": member.actor, "since": member.since or None, "until": member.until or None}


def _office(office: Office, on: date | None) -> Row | None:
    holders = [
        {"name": h.name, "person": h.person, **_holder(h)} for h in office.holders if h.serves(on)
    ]
    if on and not holders:
        return None
    return {"title": office.title, "role": office.role, "holders": holders}


def _holder(holder: Holder) -> Row:
    told = {"acting": holder.acting, "uncertain": holder.uncertain}
    return {
        "since": holder.since or None, "until": holder.until or None,
        "source": holder.source or None, **{key: True for key, value in told.items() if value},
    }  # fmt: skip


def actor_text(rows: Iterable[Row]) -> str:
    """The rows as text for a reader."""
    return "\n\n".join("\n".join(_lines(row)) for row in rows)


def _lines(row: Row) -> Iterator[str]:
    yield f"{row['name']} ({row['id']}), {row['kind']}{_period(row)}"
    if row["kind"] == "person":
        if row["also"]:
            yield f"  also: {', '.join(row['also'])}"
        yield from (f"  {o['title']} of {o['of']}{_period(o)}{_marks(o)}" for o in row["offices"])
        return
    if row["kind"] != "state" and (row["country"] or row["sector"]):
        yield "  coded as " + " ".join(filter(None, (row["country"], row["sector"])))
    if row["official"]:
        yield f"  officially {row['official']}"
    if row["codes"]:
        yield "  codes: " + ", ".join(f"{key} {value}" for key, value in row["codes"].items())
    yield from (f"  {label}: {', '.join(names)}" for label, names in row["names"].items())
    if row["members"]:
        yield f"  members: {', '.join(map(_member_told, row['members']))}"
    for office in row["offices"]:
        yield f"  {office['title']} ({office['role']})"
        yield from (f"    {h['name']}{_period(h)}{_marks(h)}" for h in office["holders"])
    if row["as_of"]:
        yield f"  offices looked over up to {row['as_of']}"


def _member_told(member: Row | str) -> str:
    return member if isinstance(member, str) else f"{member['actor']}{_period(member)}"


def _period(row: Row) -> str:
    since, until = row.get("since"), row.get("until")
    if since and until:
        return f", {since} to {until}"
    return f", since {since}" if since else f", until {until}" if until else ""


def _marks(row: Row) -> str:
    told = [mark for mark in ("acting", "uncertain") if row.get(mark)]
    return f" ({', '.join(told)})" if told else ""
