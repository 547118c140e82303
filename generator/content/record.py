"""What every record is, and the parts that several kinds of record are made of."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from generator.content.dates import Edtf
from generator.content.marks import Bound, Ours
from generator.content.values import FactId, Text
from generator.content.written import Written
from generator.content.yaml_tree import Located, Mapping
from generator.problems import Place


class Record(BaseModel):
    """Frozen, strict, without unknown fields; it remembers the place in the file that it was read from."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)
    scalar_field: ClassVar[str | None] = None  # the field that a bare text stands for
    _node: Mapping | Written | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_node(cls, value: Any, validate: ModelWrapValidatorHandler[Self]) -> Self:
        if cls.scalar_field and isinstance(value, str):
            value = {cls.scalar_field: value}
        record = validate(value)
        if isinstance(value, Located):
            record._node = value.node  # noqa: SLF001 - a record of its own class
        return record

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        reference = handler(core)
        schema = handler.resolve_ref_schema(reference)
        if cls.scalar_field:
            whole = dict(schema)
            schema.clear()
            schema["anyOf"] = [whole["properties"][cls.scalar_field], whole]
        return reference

    def __getstate__(self) -> dict[Any, Any]:
        """Where a record travels to, its file is not: its place stays behind."""
        return {**super().__getstate__(), "__pydantic_private__": {"_node": None}}

    @property
    def written(self) -> dict[str, Any]:
        """The fields that were written, as text; none where the record was not read from a file."""
        return dict(self._tree.data()) if self._tree else {}

    @property
    def written_at(self) -> Place | None:
        """Where it begins in its file, if it was read from one."""
        return self._node.place if self._node else None

    def stands_at(self, written: Written | None) -> None:
        """Says where it was written, if it was: of a record that was read from there earlier."""
        self._node = written

    @property
    def _tree(self) -> Mapping | None:
        return self._node.node if isinstance(self._node, Written) else self._node

    def at(self, *path: str | int) -> Place:
        """The place of the value at `path` inside this record, or of its nearest parent that was written."""
        return self._node.at(*path) if self._node else Place("(unwritten)")


class Sentence(Record):
    """A sentence of ours and the facts that it rests on."""

    say: Bound[Text] = Field(
        description="A sentence of ours; its names and numbers stand in its facts.",
        examples=["The ministers met in Oslo."],
    )
    from_: tuple[FactId, ...] = Field(
        alias="from", min_length=1, description="The facts that it rests on.", examples=[["oslo-meeting"]]
    )


class Grounded(Record):
    """What we say of the world: it rests on facts, or is background with its reason."""

    from_: tuple[FactId, ...] = Field(
        default=(), alias="from", description="The facts that say so.", examples=[["oslo-meeting"]]
    )
    background: Ours[Text] | None = Field(
        default=None,
        description="Instead of `from`: why we say so although no fact does; shown as such.",
        examples=["the ministry's list has the first name"],
    )

    @model_validator(mode="after")
    def _has_one_basis(self) -> Self:
        if bool(self.from_) == bool(self.background):
            raise PydanticCustomError("BAD-BASIS", "expected either `from` (facts) or `background` (its reason)")
        return self


class Remark(Grounded):
    """A note: a sentence of ours that rests on facts, or is background."""

    say: Bound[Text] = Field(description="A sentence of ours.", examples=["Both parts were named by Jane Doe."])


class When(Record):
    """A date and how it is known; a bare text is a date that the article states."""

    scalar_field = "date"
    date: Edtf = Field(description="The date, as exactly as it is known (EDTF).", examples=["2024-05-31"])
    reckoned: Bound[Text] | None = Field(
        default=None, description="The words of the sentence from which the date is counted.", examples=["last month"]
    )
    basis: Literal["stated", "inferred"] = Field(
        default="stated",
        description="Whether the article gives the date, or we concluded it; then `because` is required.",
        examples=["inferred"],
    )
    because: Ours[Text] | None = Field(
        default=None, description="How the date was concluded.", examples=["told with the talks of that day"]
    )

    @model_validator(mode="after")
    def _inference_has_its_reason(self) -> Self:
        if (self.basis == "inferred") != (self.because is not None) or (self.reckoned and self.because):
            raise PydanticCustomError("BAD-BASIS", "expected `because` with `basis: inferred` and only there")
        return self
