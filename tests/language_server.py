"""The language server that editors ask about YAML, installed where Node is at hand, and driven as they drive it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

WANTED = Path(__file__).parent / "editor"  # what is installed, each package by its digest
# Beside the interpreter, so that all clones that share its environment share this too.
HOME = Path(sys.prefix) / "editor"
PROGRAM = HOME / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NO_NODE = "Node is not at hand, so editors were not tried: install `node` and `npm`, and run `make test` again"
# As .vscode/settings.json has it; schemas of the web are not asked for.
SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}


def at_hand() -> bool:
    return PROGRAM.is_file() and shutil.which("node") is not None


class Editor:
    """An editor that has opened files, and knows what is underlined in each."""

    def __init__(self, sent: IO[bytes], told: IO[bytes], root: Path) -> None:
        self._sent, self._told, self._asked = sent, told, 0
        self._underlined: dict[str, list[str]] = {}
        completion = {"completionItem": {"documentationFormat": ["plaintext"]}}
        able = {"workspace": {"configuration": True}, "textDocument": {"completion": completion}}
        self._ask("initialize", processId=None, rootUri=root.as_uri(), capabilities=able)
        self._send({"method": "initialized", "params": {}})

    def underlined(self, path: Path) -> list[str]:
        """What is underlined in a file, `line: message`, lines counted from 1; the file is opened for it."""
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": path.read_text(encoding="utf-8")}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while path.as_uri() not in self._underlined:
            self._handle(self._read())
        return self._underlined[path.as_uri()]

    def offered(self, path: Path, line: int, column: int) -> dict[str, str]:
        """What is offered at a place of an opened file, each with what is said of it."""
        found = self._ask("textDocument/completion", **self._at(path, line, column))
        return {item["label"]: str(item.get("documentation") or "") for item in found["items"]}

    def explained(self, path: Path, line: int, column: int) -> str:
        """What is shown when the pointer rests on a place of an opened file."""
        return str(self._ask("textDocument/hover", **self._at(path, line, column))["contents"]["value"])

    def _at(self, path: Path, line: int, column: int) -> dict[str, Any]:
        place = {"line": line - 1, "character": column - 1}
        return {"textDocument": {"uri": path.as_uri()}, "position": place}

    def _ask(self, method: str, **params: Any) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._asked and "method" not in message:
                return message["result"]
            self._handle(message)

    def _handle(self, message: dict[str, Any]) -> None:
        """The server asks for settings, and tells what to underline."""
        if message.get("method") == "textDocument/publishDiagnostics":
            found = sorted((d["range"]["start"]["line"] + 1, d["message"]) for d in message["params"]["diagnostics"])
            self._underlined[message["params"]["uri"]] = [f"{line}: {what}" for line, what in found]
        elif message.get("method") == "workspace/configuration":
            wanted = [SETTINGS.get(item["section"]) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._sent.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._sent.flush()

    def _read(self) -> dict[str, Any]:
        length = 0
        while line := self._told.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server ended"
        message: dict[str, Any] = json.loads(self._told.read(length))
        return message


@contextmanager
def editor(root: Path) -> Iterator[Editor]:
    """An editor in a folder, with a language server of its own."""
    command = ["node", str(PROGRAM), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        assert server.stdin
        assert server.stdout
        yield Editor(server.stdin, server.stdout, root)
        server.kill()


def main() -> int:
    if not (shutil.which("node") and shutil.which("npm")):
        print(NO_NODE, file=sys.stderr)
        return 0
    lock = (WANTED / "package-lock.json").read_bytes()
    if at_hand() and (HOME / "package-lock.json").read_bytes() == lock:
        return 0
    print("No language server for the tests yet: installing it", file=sys.stderr, flush=True)
    shutil.rmtree(HOME, ignore_errors=True)
    shutil.copytree(WANTED, HOME)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    if subprocess.run(command, cwd=HOME, check=False).returncode:
        print("npm could not install it, so editors were not tried", file=sys.stderr)
        shutil.rmtree(HOME)
    return 0


if __name__ == "__main__":
    sys.exit(main())
