"""The wire form: jobs, options, events and errors as JSON, and back.

Files of the window, presets and processes that talk to each other all use this form. A dataclass
becomes an object of its fields: paths and fractions are text, bytes are base64, enums are their
values. Where several classes are possible, ``"type"`` names the class. When reading, fields that
are unknown here are ignored, since a newer program may have written them, and fields that are
missing get their default.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from engine.jobs.choices import OutputSize, Shape
from engine.jobs.errors import EngineError
from engine.jobs.option_fields import check
from engine.jobs.options import with_present_names

T = TypeVar("T")

TYPE = "type"
"""The key under which the name of a class stands."""


def to_json(value: object) -> bytes:
    """Write a value as one line of JSON, without the end of the line.

    Args:
        value: a dataclass, an `EngineError`, or a list or dict of plain values. The outermost
            dataclass gets its ``"type"``, so that it can be read as one of several.
    """
    plain = to_plain(value)
    if is_dataclass(value):
        plain = {TYPE: type(value).__name__} | plain
    return json.dumps(plain).encode("ascii")


def from_json(kind: type[T], text: bytes) -> T:
    """Read what `to_json` wrote.

    Args:
        kind: the class that is expected, or a union such as `Event`.
        text: the JSON.

    Raises:
        ValueError: it is no JSON, or not of this kind.
    """
    try:
        plain = json.loads(text)
    except RecursionError as exc:
        raise ValueError("nested too deeply") from exc
    return from_plain(kind, plain)


def to_plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Turn a value into dicts, lists, text and numbers; see `to_json`."""
    return _converter.unstructure(value)


def from_plain(kind: type[T], plain: object) -> T:
    """Turn what `to_plain` made into a value again.

    Raises:
        ValueError: it is not of this kind.
    """
    try:
        return _converter.structure(plain, kind)
    except (TypeError, LookupError, AttributeError, ArithmeticError, RecursionError) as exc:
        raise ValueError(f"not the wire form of {kind}: {exc}") from exc


def overlaid(value: T, given: Mapping[str, object]) -> T:
    """Return a dataclass with some of its fields replaced.

    Args:
        value: for example all options of a clip.
        given: the wire form of the fields to replace, for example a preset.

    Raises:
        ValueError: a field that is given is not of its kind.
    """
    return from_plain(type(value), to_plain(value) | with_present_names(given))


def _build_converter() -> Converter:
    converter = Converter(detailed_validation=False)
    for kind in (int, str, bool):
        converter.register_structure_hook(kind, _exactly(kind))
    converter.register_structure_hook(float, _number)
    # Not left to cattrs: an enum of text would be read as text.
    converter.register_structure_hook(StrEnum, lambda plain, kind: kind(plain))
    converter.register_unstructure_hook(StrEnum, str)
    converter.register_structure_hook(bytes, _bytes)
    converter.register_unstructure_hook(bytes, lambda data: base64.b64encode(data).decode("ascii"))
    converter.register_structure_hook(Path, lambda text, _: Path(_exactly(str)(text)))
    converter.register_unstructure_hook(Path, str)
    converter.register_structure_hook(Fraction, lambda text, _: Fraction(_exactly(str)(text)))
    converter.register_unstructure_hook(Fraction, str)
    converter.register_structure_hook(Shape | Fraction, _shape)
    converter.register_unstructure_hook(Shape | Fraction, str)
    converter.register_structure_hook_factory(_is_sequence, _sequence_reader(converter))
    converter.register_structure_hook_factory(is_dataclass, _dataclass_reader(converter))
    converter.register_structure_hook_factory(_is_one_of_several, _union_reader(converter))
    converter.register_unstructure_hook_factory(_is_one_of_several, lambda _: _tagged(converter))
    return converter


def _exactly(kind: type[T]) -> Callable[..., T]:
    """Make a reader that takes no other type: JSON's own types are never converted."""

    def read(plain: object, _kind: object = None) -> T:
        if type(plain) is not kind:
            raise ValueError(f"{plain!r} is no {kind.__name__}")
        return plain

    return read


def _number(plain: object, _kind: object) -> float:
    if type(plain) not in (int, float):
        raise ValueError(f"{plain!r} is no number")
    return float(cast(float, plain))


def _bytes(plain: object, _kind: object) -> bytes:
    return base64.b64decode(_exactly(str)(plain), validate=True)


def _shape(plain: object, _kind: object) -> Shape | Fraction:
    text = _exactly(str)(plain)
    return Shape(text) if text in tuple(Shape) else Fraction(text)


def _is_sequence(kind: object) -> bool:
    return get_origin(kind) in (tuple, list)


def _sequence_reader(converter: Converter) -> Callable[[Any], Callable[..., object]]:
    """Readers of lists and tuples that take nothing but lists, not even text."""

    def reader_of(kind: Any) -> Callable[..., object]:  # noqa: ANN401 - any list or tuple type
        whole, parts = get_origin(kind), get_args(kind)
        is_open = whole is list or parts[-1] is Ellipsis

        def read(plain: object, _kind: object) -> object:
            values = _exactly(list)(plain)
            kinds = [parts[0]] * len(values) if is_open else parts
            return whole(
                converter.structure(value, part) for value, part in zip(values, kinds, strict=True)
            )

        return read

    return reader_of


def _dataclass_reader(converter: Converter) -> Callable[[Any], Callable[..., object]]:
    """Readers of dataclasses: of objects only, and of options only with values that make sense."""

    def reader_of(kind: Any) -> Callable[..., object]:  # noqa: ANN401 - any dataclass
        read_fields = make_dict_structure_fn(kind, converter)

        def read(plain: object, kind: Any) -> object:  # noqa: ANN401
            value = read_fields(with_present_names(_exactly(dict)(plain)), kind)
            check(value)
            return value

        return read

    return reader_of


def _is_one_of_several(kind: object) -> bool:
    if kind is EngineError:
        return True
    classes = [part for part in get_args(kind) if is_dataclass(part)]
    if get_origin(kind) not in (Union, UnionType) or len(classes) < 2:
        return False
    return set(classes) != set(get_args(OutputSize))  # told apart by their fields, since ever


def _union_reader(converter: Converter) -> Callable[[Any], Callable[..., object]]:
    """Readers that find the class by its name."""

    def reader_of(kind: Any) -> Callable[..., object]:  # noqa: ANN401 - any union
        classes = {part.__name__: part for part in _members(kind)}

        def read(plain: object, _kind: object) -> object:
            if plain is None and NoneType in get_args(kind):
                return None
            return converter.structure(plain, classes[_exactly(dict)(plain)[TYPE]])

        return read

    return reader_of


def _members(kind: Any) -> list[type]:  # noqa: ANN401 - any union
    if kind is EngineError:
        return EngineError.__subclasses__()
    return [part for part in get_args(kind) if isinstance(part, type) and is_dataclass(part)]


def _tagged(converter: Converter) -> Callable[[object], object]:
    """Write the name of the class into a value that is one of several."""

    def write(value: object) -> object:
        plain = converter.unstructure(value)
        return {TYPE: type(value).__name__} | plain if is_dataclass(value) else plain

    return write


_converter = _build_converter()
