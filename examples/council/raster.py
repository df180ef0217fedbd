"""A small canvas: shapes with smooth edges and gradients, written as PNG. Python's standard library only.

Lengths are pixels, y grows downwards, colours are 0 to 255. A paint is one list a channel that holds the colour of every
row, so a vertical gradient costs no more than a flat colour. Pixels are kept column by column, one plane a channel.
"""

import math
import struct
import zlib
from array import array
from itertools import accumulate
from operator import add

SUBCOLUMNS = 4  # samples across a pixel; down a pixel, coverage is exact
SHADES = 112  # of a channel in the file; with dithering the eye sees no difference from 256, and files are a third smaller


def mix(a, b, share):
    return tuple(p + (q - p) * share for p, q in zip(a, b))


class Canvas:
    """Opaque with three channels; with a fourth one (paints then end in 255) it starts out transparent."""

    def __init__(self, width, height, channels=3):
        self.width, self.height = width, height
        self.planes = [array("f", bytes(4 * width * height)) for _ in range(channels)]

    # Paints

    def flat(self, colour):
        return [[level] * self.height for level in colour]

    def gradient(self, *stops):
        """Stops are (y, colour), downwards; between two of them the change eases in and out."""
        rows = []
        for y in range(self.height):
            below = next((i for i, (at, _) in enumerate(stops) if at > y), len(stops))
            if below in (0, len(stops)):
                rows.append(stops[max(below - 1, 0)][1])
                continue
            (y0, c0), (y1, c1) = stops[below - 1], stops[below]
            share = (y - y0) / (y1 - y0)
            rows.append(mix(c0, c1, 0.7 * share + 0.3 * share * share * (3 - 2 * share)))
        return [list(levels) for levels in zip(*rows)]

    # Shapes

    def cover(self, paint):
        for plane, levels in zip(self.planes, paint):
            plane[:] = array("f", levels) * self.width

    def fill(self, outline, paint, opacity=1.0):
        """A polygon, filled by the even-odd rule."""
        left = max(0, math.floor(min(x for x, _ in outline)))
        right = min(self.width, math.ceil(max(x for x, _ in outline)))
        crossings = [[] for _ in range((right - left) * SUBCOLUMNS)]
        for edge in zip(outline, outline[1:] + outline[:1]):
            (x0, y0), (x1, y1) = sorted(edge)
            first, last = (math.ceil((x - left) * SUBCOLUMNS - 0.5) for x in (x0, x1))
            for sample in range(max(first, 0), min(last, len(crossings))):
                x = left + (sample + 0.5) / SUBCOLUMNS
                crossings[sample].append(y0 + (x - x0) * (y1 - y0) / (x1 - x0))
        for column in range(left, right):
            spans = []
            for ys in crossings[(column - left) * SUBCOLUMNS:][:SUBCOLUMNS]:
                ys.sort()
                spans += zip(ys[::2], ys[1::2])
            self._blend(column, self._coverage(spans, opacity), paint)

    def rectangle(self, x, y, width, height, paint, opacity=1.0):
        self.fill([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], paint, opacity)

    def disc(self, x, y, radius, paint, opacity=1.0):
        corners = max(12, round(radius * 1.5))
        turns = (2 * math.pi * i / corners for i in range(corners))
        self.fill([(x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns], paint, opacity)

    def ground(self, profile, paint):
        """Everything below the curve y = profile(x)."""
        for column in range(self.width):
            tops = [profile(column + (sample + 0.5) / SUBCOLUMNS) for sample in range(SUBCOLUMNS)]
            solid = min(self.height, math.ceil(max(tops)))
            self._blend(column, self._coverage([(y, solid) for y in tops], 1.0), paint)
            for plane, levels in zip(self.planes, paint):
                plane[column * self.height + solid:(column + 1) * self.height] = array("f", levels[solid:])

    def veil(self, profile, paint, opacity, depth):
        """Below the curve y = profile(x), fading out downwards; opacity and depth are functions of x."""
        for column in range(self.width):
            top, reach = profile(column), depth(column)
            first, last = max(0, math.floor(top)), min(self.height, math.ceil(top + 5 * reach))
            strength = opacity(column)
            shares = [strength * min(1.0, y + 1 - top) * math.exp((top - y) / reach) for y in range(first, last)]
            self._blend(column, (first, shares), paint)

    def glow(self, x, y, radius, colour, strength=1.0, flatness=1.0):
        """A soft light; `radius` is where it has faded to 1/e, `flatness` how much wider than high it is."""
        high, reach = radius / flatness, 2.4  # beyond it less than half a level is left
        first, last = max(0, int(y - reach * high)), min(self.height, int(y + reach * high) + 2)
        down = [strength * math.exp(-((row + 0.5 - y) / high) ** 2) for row in range(first, last)]
        paint = self.flat(colour)
        for column in range(max(0, int(x - reach * radius)), min(self.width, int(x + reach * radius) + 2)):
            across = math.exp(-((column + 0.5 - x) / radius) ** 2)
            self._blend(column, (first, [share * across for share in down]), paint)

    def stroke(self, points, thickness, paint):
        """A line through the points with round ends and corners."""
        reach = thickness / 2 + 1
        xs, ys = zip(*points)
        first, last = math.floor(min(ys) - reach), math.ceil(max(ys) + reach)
        for column in range(math.floor(min(xs) - reach), math.ceil(max(xs) + reach)):
            shares = [min(1.0, max(0.0, thickness / 2 + 0.5 - _distance(column + 0.5, row + 0.5, points)))
                      for row in range(first, last)]
            self._blend(column, (first, shares), paint)

    # Rows

    def row(self, y):
        return [plane[y::self.height] for plane in self.planes]

    def set_row(self, y, levels):
        for plane, row in zip(self.planes, levels):
            plane[y::self.height] = array("f", row)

    # Pixels

    def _coverage(self, spans, opacity):
        """What share of each pixel of a column the spans cover: (first row, shares)."""
        first = max(0, math.floor(min((a for a, _ in spans), default=0)))
        last = min(self.height, math.ceil(max((b for _, b in spans), default=0)))
        if last <= first:
            return first, []
        changes = [0.0] * (last - first + 2)
        for span in spans:
            for y, weight in zip(span, (opacity / SUBCOLUMNS, -opacity / SUBCOLUMNS)):
                y = min(max(y, first), last) - first
                row = int(y)
                changes[row] += weight * (row + 1 - y)
                changes[row + 1] += weight * (y - row)
        return first, list(accumulate(changes))[:last - first]

    def _blend(self, column, coverage, paint):
        first, shares = coverage
        last = first + len(shares)
        pixels = slice(column * self.height + first, column * self.height + last)
        for plane, levels in zip(self.planes, paint):
            plane[pixels] = array("f", [was + (level - was) * share
                                        for was, level, share in zip(plane[pixels], levels[first:last], shares)])

    # PNG (https://www.w3.org/TR/png/)

    def write_png(self, path):
        channels = len(self.planes)
        lines = bytearray()
        scale = (SHADES - 1) / 255
        shades = bytes(min(255, round(shade / scale)) for shade in range(256))
        for y in range(self.height):
            line = bytearray(1 + channels * self.width)  # the first byte says: no filter
            thresholds = _thresholds(y, self.width)
            for channel, levels in enumerate(_straight(self.row(y))):
                dithered = bytes(map(int, map(add, [level * scale for level in levels], thresholds)))
                line[1 + channel::channels] = dithered.translate(shades)
            lines += line
        colour_type = {3: 2, 4: 6}[channels]
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n")
            file.write(_chunk(b"IHDR", struct.pack(">IIBBBBB", self.width, self.height, 8, colour_type, 0, 0, 0)))
            file.write(_chunk(b"IDAT", zlib.compress(bytes(lines), 9)))
            file.write(_chunk(b"IEND", b""))


def _distance(x, y, points):
    nearest = math.inf
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        dx, dy = x1 - x0, y1 - y0
        along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy or 1)
        along = min(1.0, max(0.0, along))
        nearest = min(nearest, math.hypot(x - x0 - along * dx, y - y0 - along * dy))
    return nearest


def _straight(row):
    """Blending leaves colours multiplied by alpha; PNG wants them without."""
    if len(row) == 3:
        return row
    *colours, alpha = row
    return [[min(255.0, 255 * level / a) if a else 0.0 for level, a in zip(levels, alpha)] for levels in colours] + [alpha]


def _thresholds(y, width):
    """Ordered dithering by less than one shade: gradients show no bands, and the regular pattern compresses well."""
    def bayer(x, y):
        return sum((((x ^ y) >> bit & 1) * 2 + (y >> bit & 1)) << 2 * (1 - bit) for bit in range(2))
    tile = [(bayer(x, y % 4) + 0.5) / 16 for x in range(4)]
    return (tile * (width // 4 + 1))[:width]


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
