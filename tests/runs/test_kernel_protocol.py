"""The messaging protocol by Jupyter's own test kit: forked kernels answer as plain ones do."""

from __future__ import annotations

import subprocess

import jupyter_kernel_test
import pytest
from jupyter_client.provisioning import KernelProvisionerFactory

from planning_kit.runs import zygotes
from planning_kit.runs.kernel import WARM_START
from planning_kit.runs.zygote_line import ForkedKernel

pytestmark = pytest.mark.slow


class Protocol(jupyter_kernel_test.KernelTests):
    """What is asked of either start."""

    __test__ = False
    start = ""
    started_as: type
    kernel_name = "python3"
    language_name = "python"
    file_extension = ".py"
    code_hello_world = "print('hello, world')"
    code_stderr = "import sys; print('test', file=sys.stderr)"
    completion_samples = [{"text": "zi", "matches": {"zip"}}]
    complete_code_samples = ["1", "print('hello, world')", "def f(x):\n  return x*2\n\n\n"]
    incomplete_code_samples = ["print('''hello", "def f(x):\n  x*2"]
    invalid_code_samples = ["import = 7q"]
    code_page_something = "zip?"
    code_generate_error = "raise"
    code_execute_result = [{"code": "1+2+3", "result": "6"}]
    code_display_data = [
        {"code": "from IPython.display import HTML, display; display(HTML('<b>a</b>'))",
         "mime": "text/html"}
    ]  # fmt: skip
    code_history_pattern = "1?2*"
    supported_history_operations = ("tail", "search")
    code_inspect_sample = "zip"
    code_clear_output = "from IPython.display import clear_output; clear_output()"

    @classmethod
    def setUpClass(cls) -> None:
        factory = KernelProvisionerFactory.instance()
        with pytest.MonkeyPatch.context() as patch:
            # Read once in the life of a process, perhaps by an earlier test.
            patch.setattr(factory, "default_provisioner_name", WARM_START)
            patch.setenv(zygotes.START_VARIABLE, cls.start)
            super().setUpClass()
        assert isinstance(cls.km.provisioner.process, cls.started_as)


class TestPlain(Protocol):
    __test__ = True
    start = "spawn"
    started_as = subprocess.Popen


@pytest.mark.skipif(not zygotes.can_fork(), reason="kernels are not forked here")
class TestForked(Protocol):
    __test__ = True
    start = "fork"
    started_as = ForkedKernel
