"""Writes the files that the tests of `receive` read: PDFs of plain lines, pages of HTML."""

PROSE = (
    "The two foreign ministers met in the capital on Tuesday and agreed that each state would "
    "consult the other before the summer.",
    "They said after the meeting that the treaty of friendship would be published in full, and "
    "that both parliaments would vote on it.",
    "A spokesman for the president told reporters that no troops had been promised, and that the "
    "wording of the third article was still open.",
    "Officials from both sides will meet again in the autumn, when the commission on trade has "
    "finished its first report.",
)


def pdf(pages: list[list[str]], *, encrypted: bool = False, info: str = "") -> bytes:
    """A PDF with the given lines on its pages, in one typeface."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for lines in pages:
        shown = b"\n".join(b"(" + _escaped(line) + b") Tj T*" for line in lines)
        stream = b"BT /F1 10 Tf 12 TL 50 780 Td\n" + shown + b"\nET"
        objects.append(b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
    objects.append(b"<< " + info.encode("latin-1") + b" >>")
    trailer = b"/Root 1 0 R /Info %d 0 R" % len(objects)
    if encrypted:
        secret = b"<" + b"5a" * 32 + b">"
        objects.append(
            b"<< /Filter /Standard /V 1 /R 2 /P -4 /O " + secret + b" /U " + secret + b" >>"
        )
        trailer += b" /Encrypt %d 0 R /ID [<0123> <0123>]" % len(objects)
    return _file(objects, trailer)


def _escaped(line: str) -> bytes:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("latin-1")


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = b"%d" % (len(objects) + 1)
    start = b"%d" % len(out)
    return (
        out + b"xref\n0 " + size + b"\n0000000000 65535 f \n" + table
        + b"trailer\n<< /Size " + size + b" " + trailer + b" >>\nstartxref\n" + start + b"\n%%EOF\n"
    )  # fmt: skip


def html(body: str, head: str = "") -> bytes:
    """A page of HTML."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()
