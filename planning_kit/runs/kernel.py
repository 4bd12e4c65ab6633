"""The kernel that runs a notebook: this very Python, its own environment, a private wire."""

from __future__ import annotations

import sys
import threading
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from typing import Any
from weakref import WeakSet

import zmq
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import KernelProvisionerFactory
from traitlets import default

# The name under which planning_kit.runs.warm_start is registered with jupyter_client.
WARM_START = "planning-kit-warm"

_running: WeakSet[AsyncKernelManager] = WeakSet()
_running_lock = threading.Lock()


class ThisPython(KernelSpecManager):
    """Answers every name with the running interpreter.

    A kernel called python3 that a user installed from another environment is thus
    never mistaken for the one the kit is installed in.
    """

    environment: Mapping[str, str] = {}

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return this interpreter's ipykernel, whatever name is asked for."""
        return KernelSpec(
            # An idle kernel logs the interrupt with which Jupyter ends it as an error; what
            # really fails reaches us as the cell's own error or as a dead kernel.
            argv=[
                sys.executable,
                *("-m", "ipykernel_launcher", "--log-level=CRITICAL"),
                *("-f", "{connection_file}"),
            ],
            display_name="Python 3 (planning-kit)",
            language="python",
            metadata={"supported_encryption": ["curve"], **_warm_if_known()},
            # Jupyter fills in $names here; a password may hold a dollar sign.
            env={name: value.replace("$", "$$") for name, value in self.environment.items()},
        )


@cache
def is_warm_start_known() -> bool:
    """Tell whether jupyter_client knows our provisioner: it does where the kit is installed."""
    return WARM_START in entry_points(group=KernelProvisionerFactory.GROUP_NAME).names


def _warm_if_known() -> dict[str, Any]:
    if not is_warm_start_known():
        return {}
    return {"kernel_provisioner": {"provisioner_name": WARM_START, "config": {}}}


def transport_encryption() -> str:
    """Return how jupyter_client keeps the wire to a kernel private, where pyzmq can."""
    return "auto" if zmq.has("curve") else "disabled"


def kernel_manager(environment: Mapping[str, str]) -> type[AsyncKernelManager]:
    """Return a kernel manager class for nbclient whose kernels get ``environment`` too.

    The transport is TCP on the loopback interface with CurveZMQ keys: it works alike on
    Windows, macOS and Linux, and another user of the machine cannot read along. Where
    pyzmq was built without Curve the kernel says so itself.
    """

    class InThisEnvironment(ThisPython):
        pass

    InThisEnvironment.environment = environment

    class ReportKernel(AsyncKernelManager):
        def __init__(self, **options: Any) -> None:
            super().__init__(**options)
            with _running_lock:
                _running.add(self)

        @default("kernel_spec_manager")
        def _this_python(self) -> KernelSpecManager:
            return InThisEnvironment()

        @default("transport_encryption")
        def _encrypted_if_possible(self) -> str:
            return transport_encryption()

    return ReportKernel


def kill_running_kernels() -> None:
    """End at once every kernel this process started; their notebooks fail as dead kernels."""
    with _running_lock:
        managers = list(_running)
    for manager in managers:
        process = getattr(manager.provisioner, "process", None)
        if process is not None and process.poll() is None:
            process.kill()
