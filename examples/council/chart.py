"""The bar chart of the recycling rate, lettered with an alphabet of its own: just the characters that it needs."""

import math

from raster import Canvas

# Strokes of the characters that the chart needs, in a cell 4 wide and 6 high. ("arc", x, y, rx, ry, from, to): degrees, clockwise
# from three o'clock; anything else is a line through points.
GLYPHS = {
    "0": [("arc", 2, 3, 1.8, 3, 0, 360)],
    "1": [[(0.7, 1.2), (2.2, 0), (2.2, 6)]],
    "2": [("arc", 2, 1.75, 1.7, 1.75, 190, 395), [(3.39, 2.75), (0.3, 6), (3.8, 6)]],
    "3": [("arc", 1.9, 1.5, 1.55, 1.5, 200, 450), ("arc", 1.9, 4.4, 1.8, 1.6, 270, 520)],
    "4": [[(2.9, 6), (2.9, 0), (0.1, 4.3), (4, 4.3)]],
    "5": [[(3.5, 0), (0.8, 0), (0.5, 2.75)], ("arc", 1.9, 4.05, 1.85, 1.95, 222, 515)],
    "6": [("arc", 2, 4.1, 1.75, 1.9, 0, 360), [(0.35, 3.6), (0.9, 2.2), (2.6, 0)]],
    "7": [[(0.2, 0), (3.8, 0), (1.5, 6)]],
    "8": [("arc", 2, 1.45, 1.5, 1.45, 0, 360), ("arc", 2, 4.45, 1.8, 1.55, 0, 360)],
    "9": [("arc", 2, 1.9, 1.75, 1.9, 0, 360), [(3.65, 2.4), (3.1, 3.8), (1.4, 6)]],
    "%": [("arc", 0.7, 1.2, 0.9, 1.2, 0, 360), ("arc", 3.7, 4.8, 0.9, 1.2, 0, 360), [(3.7, 0), (0.7, 6)]],
    "T": [[(0, 0), (4, 0)], [(2, 0), (2, 6)]],
    "A": [[(0, 6), (2, 0), (4, 6)], [(0.75, 4), (3.25, 4)]],
    "R": [[(0.3, 6), (0.3, 0), (2.1, 0)], ("arc", 2.1, 1.6, 1.6, 1.6, 270, 450), [(2.1, 3.2), (0.3, 3.2)], [(2.1, 3.2), (3.8, 6)]],
    "G": [("arc", 2.1, 3, 2, 3, 45, 318), [(2.3, 3.4), (3.9, 3.4), (3.9, 4.9), (3.51, 5.12)]],
    "E": [[(3.6, 0), (0.3, 0), (0.3, 6), (3.6, 6)], [(0.3, 2.9), (3.1, 2.9)]],
    " ": [],
}


def letter(canvas, character, x, y, size, thickness, paint):
    """One character with its top left at (x, y), `size` high."""
    scale = size / 6
    for stroke in GLYPHS[character]:
        points = stroke
        if stroke[0] == "arc":
            _, cx, cy, rx, ry, begin, end = stroke
            turns = [math.radians(begin + (end - begin) * i / 28) for i in range(29)]
            points = [(cx + rx * math.cos(t), cy + ry * math.sin(t)) for t in turns]
        canvas.stroke([(x + px * scale, y + py * scale) for px, py in points], thickness, paint)


def write(canvas, text, x, y, size, thickness, colour):
    """Text centred on x, its top at y."""
    advance = size * 0.92
    left = x - (advance * (len(text) - 1) + size * 4 / 6) / 2
    for number, character in enumerate(text):
        letter(canvas, character, left + number * advance, y, size, thickness, canvas.flat(colour + (255,)))


def rounded_bar(canvas, x, top, width, foot, radius, paint):
    corner = [math.pi / 2 * i / 12 for i in range(13)]
    left = [(x + radius - radius * math.cos(t), top + radius - radius * math.sin(t)) for t in corner]
    right = [(x + width - radius + radius * math.sin(t), top + radius - radius * math.cos(t)) for t in corner]
    canvas.fill(left + right + [(x + width, foot), (x, foot)], paint)


def recycling_chart():
    canvas = Canvas(1200, 620, channels=4)
    foot, per_point, target = 540, 9.0, 48
    rates = {"2019": 38, "2020": 37, "2021": 40, "2022": 43, "2023": 45, "2024": 49}
    white, grey = (238, 238, 238), (170, 178, 190)

    for level in (10, 20, 30, 40):
        canvas.rectangle(70, foot - level * per_point - 0.5, 1060, 1, canvas.flat((120, 128, 142, 255)), 0.35)
    for number, (year, rate) in enumerate(rates.items()):
        x, top = 96 + number * 172, foot - rate * per_point
        colours = ((150, 230, 170), (40, 150, 120)) if rate >= target else ((110, 190, 232), (44, 96, 168))
        rounded_bar(canvas, x, top, 112, foot, 12,
                    canvas.gradient((top, colours[0] + (255,)), (foot, colours[1] + (255,))))
        write(canvas, f"{rate}%", x + 56, top + 32, 30, 4.6, (12, 26, 44))
        write(canvas, year, x + 56, foot + 26, 28, 3.8, white if rate >= target else grey)
    line = foot - target * per_point
    for dash in range(70, 1120, 24):
        canvas.rectangle(dash, line - 1.5, 14, 3, canvas.flat((231, 173, 82, 255)))
    write(canvas, f"TARGET {target}%", 196, line - 44, 26, 3.6, (231, 173, 82))
    canvas.rectangle(70, foot, 1060, 3, canvas.flat(grey + (255,)))
    return canvas
