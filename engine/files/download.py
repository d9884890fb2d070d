"""Downloads of one file that go on after broken connections, and in a later run."""

from __future__ import annotations

import errno
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from http import HTTPStatus
from pathlib import Path

from engine.files import web

CHUNK_BYTES = 1 << 18
TIMEOUT_SECONDS = 10.0
"""Silence of a server after which it is asked again; a cancelled download ends as late at most."""
ATTEMPTS = 4
"""How often the rest of a file is asked for before the user is told."""
PAUSE_SECONDS = 1.0
"""Wait before attempt n: n times this."""
PASSING_STATUS = (
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
)
"""Answers of a server that may be better a moment later."""


class DownloadFailedError(OSError):
    """The rest of the file could not be had; what has arrived is kept."""


def download(
    urls: Sequence[str],
    part: Path,
    size_bytes: int,
    *,
    is_size_exact: bool = True,
    before_request: Callable[[int, float], None],
    on_chunk: Callable[[int], None],
) -> None:
    """Fill a file up to its full size, going on after what is there already.

    Args:
        urls: where the file is; the next address is asked where one fails.
        part: what has arrived of it; its folder exists.
        size_bytes: of the whole file. Not more than that is written, whatever the server sends.
        is_size_exact: whether the file is no smaller; else it ends where the server says so.
        before_request: called with the bytes that are there and the seconds to wait before the
            request; may raise, to end the download.
        on_chunk: called with the bytes that are there; may raise, to end the download.

    Raises:
        OSError: the server does not give the file, or it cannot be written.
    """
    problem: Exception | None = None
    left = list(urls)
    opener = web.opener()
    for attempt in range(ATTEMPTS * len(urls)):
        done = part.stat().st_size if part.exists() else 0
        if done >= size_bytes:
            return
        before_request(done, attempt // len(urls) * PAUSE_SECONDS)
        try:
            is_whole = _receive(
                opener, left[0], part, done=done, size_bytes=size_bytes, on_chunk=on_chunk
            )
            if is_whole and not is_size_exact:
                return
        except urllib.error.HTTPError as exc:
            exc.close()
            problem = exc
            if exc.code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
                part.unlink(missing_ok=True)
            elif exc.code not in PASSING_STATUS:
                del left[0]
                if not left:
                    raise
                continue
        except (OSError, http.client.HTTPException) as exc:
            if isinstance(exc, OSError) and exc.errno in (errno.ENOSPC, errno.EDQUOT):
                raise
            problem = exc
        left.append(left.pop(0))
    if not part.exists() or part.stat().st_size < size_bytes:
        reason = _reason(problem) if problem else "the connection ended early"
        raise DownloadFailedError(reason) from problem


def _reason(problem: Exception) -> str:
    """What happened, without the names and numbers that are put around it."""
    if isinstance(problem, urllib.error.HTTPError) or not isinstance(
        problem, urllib.error.URLError
    ):
        return str(problem)
    return getattr(problem.reason, "strerror", None) or str(problem.reason)


def _receive(
    opener: urllib.request.OpenerDirector,
    url: str,
    part: Path,
    *,
    done: int,
    size_bytes: int,
    on_chunk: Callable[[int], None],
) -> bool:
    """Make one request for what is missing after ``done`` bytes and append it to ``part``.

    A server that ignores the range sends the whole file: ``part`` is begun anew. One that sends
    another range is asked for the whole file next time: ``part`` is deleted. Nothing is written
    past ``size_bytes``; the checksum tells later whether it was the right file.

    Returns:
        Whether all has arrived that the server promised.
    """
    headers = {"User-Agent": "homereel"} | ({"Range": f"bytes={done}-"} if done else {})
    request = urllib.request.Request(url, headers=headers)
    with opener.open(request, timeout=TIMEOUT_SECONDS) as response:
        if response.status != HTTPStatus.PARTIAL_CONTENT:
            done = 0
        elif not response.headers.get("Content-Range", "").startswith(f"bytes {done}-"):
            part.unlink(missing_ok=True)
            return False
        with part.open("ab" if done else "wb") as file:
            while done < size_bytes:
                # What has arrived, not a whole chunk: nothing is lost if the server falls silent.
                chunk = response.read1(min(CHUNK_BYTES, size_bytes - done))
                if not chunk:
                    return bool(response.length == 0)
                file.write(chunk)
                done += len(chunk)
                on_chunk(done)
    return True
