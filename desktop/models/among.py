"""A question's condition that names many keys at once, as each database answers it soonest."""

import json
from typing import Any

from sqlalchemy import ARRAY, BindParameter, ColumnElement, LargeBinary, String, TypeDecorator, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class Among(FunctionElement[Any]):
    """`Among(column, bindparam("keys"))`: the column is one of the keys that the list `keys` will hold.

    The list goes as one value: however long it is, the question stays the same and is planned once; to have
    hundreds of values written down, read and planned takes as long as to answer. (SQLite knows lists of
    texts; bytes it is given one by one.)
    """

    inherit_cache = True
    name = "among"


class _Json(TypeDecorator[list[str]]):
    """A list as SQLite's `json_each` reads it."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: list[str] | None, _dialect: object) -> str:
        return json.dumps(value)


def _parts(condition: Among) -> tuple[ColumnElement[Any], str]:
    column, keys = condition.clauses
    if not isinstance(keys, BindParameter):
        raise TypeError("keys are a bound parameter")
    return column, keys.key


@compiles(Among)
def _from_json(condition: Among, compiler: SQLCompiler, **options: Any) -> str:
    column, name = _parts(condition)
    if isinstance(column.type, LargeBinary):
        return compiler.process(column.in_(bindparam(name, expanding=True)), **options)
    keys = compiler.process(bindparam(name, type_=_Json()), **options)
    return f"{compiler.process(column, **options)} IN (SELECT value FROM json_each({keys}))"  # noqa: S608


@compiles(Among, "postgresql")
def _from_array(condition: Among, compiler: SQLCompiler, **options: Any) -> str:
    column, name = _parts(condition)
    of = LargeBinary() if isinstance(column.type, LargeBinary) else String()
    keys = compiler.process(bindparam(name, type_=ARRAY(of)), **options)
    return f"{compiler.process(column, **options)} = ANY ({keys})"
