"""Addresses of the web: which may be asked for, and where a connection may go.

A name is resolved once, every address it has must be public, and the connection goes to the address that was checked:
a name that changes its mind between the check and the connection (DNS rebinding) gains nothing.
"""

from __future__ import annotations

import re
import socket
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urljoin, urlsplit

from tenun.errors import InputRefused

Resolver = Callable[[str, int], list[str]]

PORTS = {"http": 80, "https": 443}
LONGEST_URL = 2_048
_NUMBER_LAST = re.compile(r"(?:^|\.)(?:0[xX][0-9a-fA-F]*|[0-9]+)$")
_HOST = re.compile(
    r"(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*"
)
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_NOT_PUBLIC = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
_GLOBAL_V6 = ip_network("2000::/3")
# Within the global range: what carries another address inside, or is for documentation, tests and special use.
_NOT_PUBLIC_V6 = tuple(ip_network(network) for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address that may be asked for: `host` in ASCII and lower case, `target` the path with its query."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def url(self) -> str:
        """The whole of it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{self.target}"


def web_address(url: str, base: str = "") -> WebAddress:
    """A URL, relative to `base`, as an address; InputRefused unless it is plain http or https on its usual port.

    >>> web_address("https://Example.org/a b?x=1#part").url
    Traceback (most recent call last):
    tenun.errors.InputRefused: This is no web address that can be asked for. ...
    >>> web_address("https://Example.org/a%20b?x=1#part").url
    'https://example.org/a%20b?x=1'
    """
    whole = urljoin(base, url.strip()) if base else url.strip()
    if len(whole) > LONGEST_URL or _FORBIDDEN.search(whole):
        raise InputRefused("web.address")
    try:
        parts = urlsplit(whole)
        port = parts.port
    except ValueError as error:
        raise InputRefused("web.address") from error
    if parts.scheme not in PORTS or not parts.hostname or parts.username is not None or parts.password is not None:
        raise InputRefused("web.address")
    if port not in (None, PORTS[parts.scheme]):
        raise InputRefused("web.port", port=port)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return WebAddress(parts.scheme, _host(parts.hostname), PORTS[parts.scheme], _ascii(target))


def pinned(address: WebAddress, resolver: Resolver) -> str:
    """The one IP address to connect to; InputRefused when any that the name has is not public."""
    found = [address.host] if _literal(address.host) else resolver(address.host, address.port)
    if not found:
        raise InputRefused("web.no-such-host", host=address.host)
    for one in found:
        check_public(one)
    return found[0]


def check_public(address: str) -> None:
    """Refuse an IP address that does not belong to the public internet, in whatever form it is wrapped."""
    try:
        ip = ip_address(address)
    except ValueError as error:
        raise InputRefused("web.not-public") from error
    if not _is_public(ip):
        raise InputRefused("web.not-public")


def resolved(host: str, port: int, *, seconds: float = 10) -> list[str]:
    """The addresses of a name by the system's resolver, within `seconds`; none where it has none."""
    found: list[str] = []

    def ask() -> None:
        try:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
        except (OSError, UnicodeError):
            return
        found.extend(dict.fromkeys(str(answer[4][0]) for answer in answers))

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    return list(found)


def _is_public(ip: IPv4Address | IPv6Address) -> bool:
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in _NOT_PUBLIC)
    return ip.scope_id is None and ip in _GLOBAL_V6 and not any(ip in network for network in _NOT_PUBLIC_V6)


def _host(name: str) -> str:
    """A host in ASCII; a number in any other notation than four plain decimals is refused, as is a zone."""
    if _literal(name):
        return name
    try:
        plain = unicodedata.normalize("NFKC", name).encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as error:
        raise InputRefused("web.address") from error
    if _literal(plain):
        return plain
    if not _HOST.fullmatch(plain) or _NUMBER_LAST.search(plain):
        raise InputRefused("web.address")
    return plain


def _literal(name: str) -> bool:
    """Whether a host is an IP address, four decimals without leading zeros or IPv6."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _ascii(target: str) -> str:
    from urllib.parse import quote

    return quote(target, safe="/?&=%:;,+@!$'()*~-._[]")
