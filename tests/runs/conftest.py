"""Tiny notebooks, so that these tests stand without the chapters; kernels to talk to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning import KernelProvisionerFactory
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from planning_kit.runs import zygotes
from planning_kit.runs.kernel import WARM_START
from planning_kit.runs.zygote_line import ForkedKernel

PATIENCE = 60

PARAMETERS = 'area = "990101"\nplan_start = 2571\nfiscal_year = 2570\nlanguage = "th"'

Maker = Callable[..., Path]


@pytest.fixture
def notebook_file(tmp_path: Path) -> Maker:
    """Return a function that writes a notebook: parameters, then the cells given."""

    def write(
        *cells: str | tuple[str, str], name: str = "tiny", parameters: str = PARAMETERS
    ) -> Path:
        kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
        nodes = [new_code_cell(parameters, metadata={"tags": ["parameters"]})]
        for cell in cells:
            source, *tags = (cell,) if isinstance(cell, str) else cell
            nodes.append(new_code_cell(source, metadata={"tags": tags}))
        notebook = new_notebook(cells=nodes, metadata={"kernelspec": kernel})
        path = tmp_path / f"{name}.ipynb"
        nbformat.write(notebook, path)
        return path

    return write


@pytest.fixture
def text_writers() -> Mapping[str, Callable[..., None]]:
    """Return writers that put what a notebook printed into the file."""

    def write(notebook: NotebookNode, path: Path, **said: Any) -> None:
        printed = [
            output["text"]
            for cell in notebook.cells
            for output in cell.get("outputs", ())
            if output["output_type"] == "stream"
        ]
        path.write_text(f"{said['title']}\n{''.join(printed)}", encoding="utf-8")

    return {"html": write}


@pytest.fixture
def markdown() -> Callable[..., NotebookNode]:
    """Return a maker of Markdown cells."""
    return new_markdown_cell


class Kernel:
    """A running kernel and a way to ask it things."""

    def __init__(self, manager: KernelManager, client: BlockingKernelClient) -> None:
        self.manager, self.client = manager, client

    def ask(self, expression: str) -> Any:
        """Return what an expression made of plain values is inside the kernel."""
        shown = {"_": f"__import__('json').dumps({expression})"}
        content = self.client.execute_interactive(
            "", user_expressions=shown, silent=True, timeout=PATIENCE
        )["content"]
        answer = content["user_expressions"]["_"]
        assert answer["status"] == "ok", answer
        return json.loads(eval(answer["data"]["text/plain"]))

    @property
    def is_forked(self) -> bool:
        """Tell whether it came from the zygote."""
        return isinstance(self.manager.provisioner.process, ForkedKernel)

    def do(self, code: str) -> str:
        """Run code and return how that ended."""
        return self.client.execute_interactive(code, timeout=PATIENCE)["content"]["status"]


@pytest.fixture(scope="module")
def warm() -> Iterator[None]:
    """Let jupyter_client start its kernels from the zygote; skip where there is none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_DEFAULT_PROVISIONER_NAME", WARM_START)
        # Read once in the life of a process, perhaps by an earlier test.
        factory = KernelProvisionerFactory.instance()
        patch.setattr(factory, "default_provisioner_name", WARM_START)
        # It lives on for the tests of other files: to begin one takes seconds.
        if not zygotes.warm_up():
            pytest.skip("kernels are not forked here")
        yield


@pytest.fixture
def start(warm: None) -> Iterator[Callable[..., Kernel]]:
    """Return a function that starts a kernel as Voila or JupyterLab would."""
    begun: list[Kernel] = []

    def start(**options: Any) -> Kernel:
        manager = KernelManager(kernel_name="python3")
        manager.start_kernel(**options)
        client = manager.client()
        client.start_channels()
        client.wait_for_ready(timeout=PATIENCE)
        begun.append(Kernel(manager, client))
        return begun[-1]

    yield start
    for kernel in begun:
        kernel.client.stop_channels()
        kernel.manager.shutdown_kernel(now=True)
