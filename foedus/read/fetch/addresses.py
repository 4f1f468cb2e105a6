"""The numeric address of a host in; out, why nothing may be fetched from it, if so.

A page can name any address. What only this machine or its network can reach (a router, a database,
the metadata of a cloud) is no source of news, and must not be read on behalf of whoever wrote a
link. So only the public internet is allowed, and every form that hides another address is unfolded.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# Public by their number, yet answered by the machine's own surroundings or by nobody.
_NOT_PUBLIC_4 = {
    IPv4Network("168.63.129.16/32"): "the metadata service of a cloud",
    IPv4Network("169.254.0.0/16"): "a link-local address, where clouds keep their metadata",
    IPv4Network("100.64.0.0/10"): "an address shared within a provider's network",
    IPv4Network("192.88.99.0/24"): "a relay of 6to4",
    IPv4Network("240.0.0.0/4"): "a reserved address",
}
# All unicast that IANA has given out (RFC 4291, section 2.4); whatever lies elsewhere is local.
_GIVEN_OUT = IPv6Network("2000::/3")
_EXAMPLES = IPv6Network("3fff::/20")  # RFC 9637; older Pythons do not know it
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address
_COMPATIBLE = IPv6Network("::/96")  # RFC 4291, 2.5.5.1, given up: the same
_ISATAP = (0x00005EFE, 0x02005EFE)  # RFC 5214: bits 64 to 95; an IPv4 address follows
_LAST_32 = 0xFFFFFFFF


def why_not_public(address: str) -> str | None:
    """Why the address (numeric) is not one of the public internet; None where it is one.

    An address that carries another is judged by that one too: IPv4-mapped and IPv4-compatible,
    NAT64, 6to4, Teredo and ISATAP.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return "no numeric address"
    return _why_4(found) if isinstance(found, IPv4Address) else _why_6(found)


def _why_4(found: IPv4Address) -> str | None:
    for network, why in _NOT_PUBLIC_4.items():
        if found in network:
            return why
    kinds = {
        "an unspecified address": found.is_unspecified,
        "this machine itself": found.is_loopback,
        "a multicast address": found.is_multicast,
        "a private or reserved address": found.is_private or not found.is_global,
    }
    return next((why for why, applies in kinds.items() if applies), None)


def _why_6(found: IPv6Address) -> str | None:
    if found.scope_id:
        return "an address of one link"
    for form, inner in _carried(found):
        why = _why_4(inner)
        if why:
            return f"{form} of {inner}, {why}"
        if form in ("the IPv4-mapped form", "the NAT64 form"):
            return None  # it is that public address
    if found.is_loopback:
        return "this machine itself"
    if found.is_multicast:
        return "a multicast address"
    local = found not in _GIVEN_OUT or found in _EXAMPLES
    if local or found.is_private or not found.is_global:
        return "a private or reserved address"
    return None


def _carried(found: IPv6Address) -> list[tuple[str, IPv4Address]]:
    """The IPv4 addresses that an IPv6 address carries, each with the form in which it does."""
    last = IPv4Address(int(found) & _LAST_32)
    carried = []
    if found.ipv4_mapped:
        carried.append(("the IPv4-mapped form", found.ipv4_mapped))
    elif found in _NAT64:
        carried.append(("the NAT64 form", last))
    elif found in _COMPATIBLE and int(found) > 1:
        carried.append(("the IPv4-compatible form", last))
    if found.sixtofour:
        carried.append(("the 6to4 form", found.sixtofour))
    if found.teredo:
        carried += [("the Teredo form", inner) for inner in found.teredo]
    if int(found) >> 32 & _LAST_32 in _ISATAP:
        carried.append(("the ISATAP form", last))
    return carried
