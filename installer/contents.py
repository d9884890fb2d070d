"""Which files of the installed packages a packaged program needs; see homereel.spec."""

from __future__ import annotations

from fnmatch import fnmatch

EXCLUDED_MODULES = (
    "engine.training",
    "tests",
    "IPython",
    "PIL",
    "hypothesis",
    "matplotlib",
    "networkx",
    "numpy.f2py",
    "pip",
    "pkg_resources",
    "pytest",
    "readline",
    "setuptools",
    "tensorboard",
    "tkinter",
    "torch.utils.benchmark",
    "torch.utils.tensorboard",
)
"""Modules of developers. Each of them is imported somewhere, but never on the way of a render."""

_TEST_SUITES = "torch.testing._internal."
_IMPORTED_TESTS = ("common_dtype", "logging_tensor")
"""Modules among PyTorch's test suites that the rest of it imports."""

_UNWANTED = (
    # Test suites, programs of developers, and what is needed for compiling.
    "*/tests/*",
    "torch/bin/*",
    "torch/include/*",
    "torch/share/*",
    "torch/test/*",
    "torch/lib/*test*",
    "torch/lib/libaoti_custom_ops*",
    "torch/lib/libbackend_with_compiler*",
    "torch/testing/_internal/*",
    "*.a",
    "*.h",
    "*.hpp",
    "*.lib",
    "*.pxd",
    "*.pyi",
    "*.pyx",
    # Stand-ins for the libraries of a graphics card's driver.
    "*/stubs/*",
    # Qt for programs that are written in QML, that show web pages or PDF, or have no window system.
    "PySide6/*Qml*",
    "PySide6/*Quick*",
    "PySide6/*VirtualKeyboard*",
    "PySide6/*virtualkeyboard*",
    "PySide6/*Pdf*",
    "PySide6/*qpdf*",
    "PySide6/*OpenGL.abi3*",
    "PySide6/*/plugins/generic/*",
    "PySide6/*/plugins/networkinformation/*",
    "PySide6/*/plugins/tls/*",
    "PySide6/*/plugins/platforms/*eglfs*",
    "PySide6/*/plugins/platforms/*linuxfb*",
    "PySide6/*/plugins/platforms/*minimal*",
    "PySide6/*/plugins/platforms/*vkkhrdisplay*",
    "PySide6/*/plugins/platforms/*vnc*",
    "PySide6/*/plugins/egldeviceintegrations/*",
    "*Qt6Egl*",
    # The look of GTK needs a GTK of the system, which must not meet other builds of its libraries.
    "PySide6/*/platformthemes/*gtk3*",
    "libXext*",
    "libXrender*",
    "libatk-*",
    "libcairo*",
    "libdatrie*",
    "libfribidi*",
    "libgdk_pixbuf*",
    "libgraphite2*",
    "libharfbuzz*",
    "libjpeg*",
    "libpango*",
    "libpixman*",
    "libthai*",
    # A part of the C library, which has to be that of the system.
    "libmvec*",
    # Entries of the desktop are installed where the desktop looks for them.
    "resources/linux/*",
)
_NEEDED = (
    "torch/bin/torch_shm_manager*",  # looked for when PyTorch is imported
    "torch/testing/_internal/__init__.py",
    *(f"torch/testing/_internal/{name}.py" for name in _IMPORTED_TESTS),
)
_QT_TRANSLATIONS = "PySide6/*translations/*"
_USED_TRANSLATIONS = "*/qtbase_*.qm"


def is_wanted(name: str) -> bool:
    """Whether a file belongs into the package; ``name`` is its place there."""
    name = name.replace("\\", "/")
    if fnmatch(name, _QT_TRANSLATIONS):
        return fnmatch(name, _USED_TRANSLATIONS)
    if any(fnmatch(name, pattern) for pattern in _NEEDED):
        return True
    return not any(fnmatch(name, pattern) for pattern in _UNWANTED)


def is_wanted_module(name: str) -> bool:
    """Whether a Python module belongs into the package; see also `EXCLUDED_MODULES`."""
    return not name.startswith(_TEST_SUITES) or name.removeprefix(_TEST_SUITES) in _IMPORTED_TESTS
