"""A question's condition that names many keys at once, as each database answers it soonest."""

from typing import Any

from sqlalchemy import BindParameter, ColumnElement, LargeBinary, String, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class Among(FunctionElement[Any]):
    """`Among(column, bindparam("keys"))`: the column is one of the keys that the list `keys` will hold.

    On PostgreSQL the list goes as one value: however long it is, the question stays the same and is planned
    once; to have hundreds of values read and planned takes longer than to answer.
    """

    inherit_cache = True
    name = "among"


def _parts(condition: Among) -> tuple[ColumnElement[Any], str]:
    column, keys = condition.clauses
    if not isinstance(keys, BindParameter):
        raise TypeError("keys are a bound parameter")
    return column, keys.key


@compiles(Among)
def _one_by_one(condition: Among, compiler: SQLCompiler, **options: Any) -> str:
    column, name = _parts(condition)
    return compiler.process(column.in_(bindparam(name, expanding=True)), **options)


@compiles(Among, "postgresql")
def _all_in_one(condition: Among, compiler: SQLCompiler, **options: Any) -> str:
    column, name = _parts(condition)
    of = LargeBinary() if isinstance(column.type, LargeBinary) else String()
    keys = compiler.process(bindparam(name, type_=ARRAY(of)), **options)
    return f"{compiler.process(column, **options)} = ANY ({keys})"
