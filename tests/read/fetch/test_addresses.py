"""Only the public internet is public, in whatever form an address is written."""

import pytest

from foedus.read.fetch import why_not_public

NOT_PUBLIC = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.8.8.8 169.254.169.254
172.16.0.1 172.31.255.255 192.0.0.1 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7
203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 168.63.129.16
:: ::1 ::127.0.0.1 ::8.8.8.8 fe80::1 fe80::1%eth0 fec0::1 fc00::1 fd00:ec2::254 ff02::1 ff0e::1
100::1 2001:db8::1 3fff::1 5f00::1 64:ff9b:1::1 4000::1
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:a9fe:a9fe ::ffff:100.64.0.1
64:ff9b::10.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b::127.0.0.1
2002:7f00:1:: 2002:a00:1::1 2002:a9fe:a9fe::1
2001:0:a00:1::1 2a00:1450::5efe:10.0.0.1 2a00:1450::200:5efe:a9fe:a9fe
""".split()
PUBLIC = """
1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 198.41.0.4 223.255.255.254
2606:4700:4700::1111 2001:4860:4860::8888 2a00:1450::1 ::ffff:8.8.8.8 64:ff9b::8.8.8.8
""".split()


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_that_is_not_public_is_told_with_its_reason(address: str) -> None:
    assert why_not_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_has_nothing_against_it(address: str) -> None:
    assert why_not_public(address) is None


@pytest.mark.parametrize("address", ["", "localhost", "127.1", "2130706433", "0x7f.0.0.1"])
def test_what_is_no_numeric_address_is_not_public(address: str) -> None:
    assert why_not_public(address) == "no numeric address"


def test_the_reason_names_the_address_within() -> None:
    told = why_not_public("64:ff9b::a9fe:a9fe")
    assert told == (
        "the NAT64 form of 169.254.169.254, a link-local address, where clouds keep their metadata"
    )
