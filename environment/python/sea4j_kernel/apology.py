"""A kernel that answers every cell with why there is no Java; ipykernel comes with JupyterLab."""

from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel


class Apology(Kernel):
    implementation = "sea4j"
    implementation_version = "0"
    language_info = {"name": "java", "mimetype": "text/x-java", "file_extension": ".java"}  # noqa: RUF012
    message = ""

    @property
    def banner(self) -> str:
        return self.message

    async def do_execute(self, code, silent, store_history=True, *_, **__):
        error = {"ename": "NoJdk", "evalue": self.message, "traceback": [self.message]}
        if not silent:
            self.send_response(self.iopub_socket, "error", error)
        return {"status": "error", "execution_count": self.execution_count, **error}


def serve(message: str, connection: str) -> None:
    Apology.message = message
    IPKernelApp.launch_instance(["-f", connection], kernel_class=Apology)
