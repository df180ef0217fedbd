#!/usr/bin/env python3
"""Draws the pictures of the example deck into images/. Needs nothing but Python; the same pictures every time."""

import math
import multiprocessing
import random
from pathlib import Path

from chart import recycling_chart
from raster import Canvas, mix

WIDTH, HEIGHT = 1920, 1080
IMAGES = Path(__file__).resolve().parent / "images"


def rolling(seed, base, height, length):
    """A smooth, irregular skyline: y = base at most `height` up or down, waves about `length` long."""
    dice = random.Random(seed)
    waves = [(height * 0.5 / n, 2 * math.pi * n / length * (0.8 + 0.4 * dice.random()), 2 * math.pi * dice.random())
             for n in (1, 2, 3.1, 5.3)]
    return lambda x: base + sum(a * math.sin(f * x + p) for a, f, p in waves)


def stars(canvas, seed, count, lowest):
    dice = random.Random(seed)
    for _ in range(count):
        x, y, size = dice.random() * WIDTH, dice.random() ** 1.5 * lowest, dice.random()
        canvas.glow(x, y, 0.8 + 0.9 * size ** 6, (255, 250, 240), (0.25 + 0.75 * size ** 2) * (1 - y / lowest) ** 0.6)


def crescent(canvas, x, y, radius, colour):
    """The moon with the sun to its lower right: the right half of the rim, and an ellipse back up."""
    lean, turns = math.radians(25), [math.pi * i / 60 for i in range(61)]
    rim = [(math.sin(t), -math.cos(t)) for t in turns]
    inner = [(0.62 * math.sin(t), -math.cos(t)) for t in reversed(turns)]
    canvas.fill([(x + radius * (u * math.cos(lean) - v * math.sin(lean)),
                  y + radius * (u * math.sin(lean) + v * math.cos(lean))) for u, v in rim + inner], canvas.flat(colour))


# Hills at dusk


def fir(canvas, x, foot, height, paint):
    """Tiers of branches that widen downwards."""
    side = []
    for tier in range(6):
        share = (tier + 1) / 6
        side += [(0.19 * height * share ** 0.9, foot - height * (1 - share) - 0.06 * height),
                 (0.09 * height * share, foot - height * (1 - share) - 0.09 * height)]
    right = [(x + dx, y) for dx, y in side[:-1]]
    left = [(x - dx, y) for dx, y in side[:-1]]
    canvas.fill([(x, foot - height)] + right + left[::-1], paint)
    canvas.rectangle(x - 0.015 * height, foot - 0.1 * height, 0.03 * height, 0.14 * height, paint)


def village(canvas, profile, x, paint, light):
    """A church and a few cottages that stand on the hill, with light in the windows."""
    def house(offset, width, wall, roof):
        left = x + offset
        foot = profile(left + width / 2) + 10
        eaves = foot - 10 - wall
        canvas.fill([(left, foot), (left, eaves), (left - 3, eaves), (left + width / 2, eaves - roof),
                     (left + width + 3, eaves), (left + width, eaves), (left + width, foot)], paint)
        for share in (0.2, 0.58):
            canvas.rectangle(left + width * share, eaves + wall * 0.25, width * 0.2, wall * 0.36, light)
        return left, eaves

    canvas.glow(x + 20, profile(x) - 30, 170, (255, 190, 120), 0.34, 2.2)
    for offset, width in ((-222, 34), (-158, 44), (-104, 36), (-58, 38), (98, 42), (146, 34), (204, 40), (272, 36)):
        left, eaves = house(offset, width, 21, 18)
        canvas.rectangle(left + width * 0.7, eaves - 18, 5, 14, paint)
    house(12, 66, 30, 30)
    foot = profile(x) + 12
    canvas.rectangle(x - 13, foot - 88, 28, 88, paint)
    canvas.fill([(x - 16, foot - 86), (x + 1, foot - 172), (x + 18, foot - 86)], paint)
    canvas.rectangle(x - 2.5, foot - 70, 7, 15, light)


def hills_at_dusk():
    canvas = Canvas(WIDTH, HEIGHT)
    canvas.cover(canvas.gradient((0, (11, 14, 42)), (290, (36, 30, 82)), (510, (88, 50, 112)), (660, (168, 80, 108)),
                                 (750, (222, 132, 98)), (810, (242, 172, 116))))
    stars(canvas, 7, 520, 600)
    canvas.glow(1560, 780, 560, (255, 200, 132), 0.60, 2.4)
    canvas.glow(1560, 760, 200, (255, 236, 190), 0.80, 2.2)
    canvas.glow(1640, 180, 150, (190, 170, 220), 0.30)
    crescent(canvas, 1640, 180, 44, (255, 246, 226))

    ridges = [  # base, height, length, colour at the crest, colour of the haze at the foot
        (726, 56, 1500, (158, 84, 114), (206, 124, 116)),
        (778, 52, 1150, (132, 74, 116), (170, 96, 116)),
        (826, 56, 1350, (92, 56, 104), (142, 80, 116)),
        (882, 52, 1000, (58, 41, 86), (96, 60, 106)),
        (946, 44, 1250, (32, 27, 62), (56, 41, 84)),
        (1016, 36, 900, (13, 13, 36), (19, 18, 46)),
    ]
    dice = random.Random(11)
    for number, (base, height, length, crest, haze) in enumerate(ridges):
        profile = rolling(30 + number, base, height, length)
        paint = canvas.gradient((base - height, crest), (base + 110, haze))
        if number == 3:
            village(canvas, profile, 400, canvas.flat((46, 32, 74)), canvas.flat((255, 206, 120)))
        if number == 4:
            for _ in range(46):
                x = 1180 + 800 * dice.random()
                fir(canvas, x, profile(x) + 10, 44 + 34 * dice.random(), canvas.flat(crest))
        if number == 5:
            for x in sorted([-20 + 250 * dice.random() for _ in range(10)]
                            + [WIDTH - 620 * dice.random() ** 1.5 for _ in range(19)]):
                fir(canvas, x, profile(x) + 24, 110 + 130 * dice.random(), canvas.flat(crest))
        canvas.ground(profile, paint)
    return canvas


# The town by night


def windows(canvas, dice, x, y, width, height, size, lit):
    """A regular grid of windows of which a share is lit, in warm shades."""
    across, down = size
    columns, rows = int(width // (across * 2)), int(height // (down * 1.9))
    inset = (width - columns * across * 2 + across) / 2
    for column in range(columns):
        for row in range(rows):
            if dice.random() < lit:
                shade = mix((255, 190, 96), (255, 232, 184), dice.random())
                canvas.rectangle(x + inset + column * across * 2, y + down + row * down * 1.9, across, down,
                                 canvas.flat(shade), 0.35 + 0.6 * dice.random())


def street(canvas, seed, foot, heights, widths, paint, size, lit):
    """A row of buildings, shoulder to shoulder: flat roofs, gables and chimneys."""
    dice = random.Random(seed)
    x = -20.0
    while x < WIDTH:
        width = widths[0] + (widths[1] - widths[0]) * dice.random()
        height = heights[0] + (heights[1] - heights[0]) * dice.random() ** 1.6
        top, kind = foot - height, dice.random()
        canvas.rectangle(x, top, width + 1, height, paint)
        if kind < 0.55:
            rise = width * (0.24 + 0.2 * dice.random())
            canvas.fill([(x - 3, top + 2), (x + width / 2, top - rise), (x + width + 4, top + 2)], paint)
            canvas.rectangle(x + width * 0.72, top - rise * 0.95, width * 0.1, rise, paint)
        elif kind < 0.8:
            canvas.fill([(x - 2, top + 2), (x + width * 0.16, top - 22), (x + width * 0.84, top - 22),
                         (x + width + 3, top + 2)], paint)
            canvas.rectangle(x + width * 0.2, top - 40, width * 0.12, 22, paint)
        else:
            canvas.rectangle(x + width * 0.1, top - 12, width * 0.8, 14, paint)
        windows(canvas, dice, x, top + 2, width, height - 18, size, lit)
        x += width


def town_hall(canvas, x, foot, paint):
    """A clock tower over a hall with tall windows. It is half past seven: the meeting begins."""
    gold, dial = canvas.flat((255, 206, 124)), canvas.flat((255, 238, 200))
    canvas.rectangle(x - 190, foot - 190, 380, 190, paint)
    canvas.fill([(x - 204, foot - 190), (x - 168, foot - 238), (x + 168, foot - 238), (x + 204, foot - 190)], paint)
    canvas.rectangle(x - 38, foot - 430, 76, 430, paint)
    canvas.rectangle(x - 46, foot - 440, 92, 12, paint)
    canvas.rectangle(x - 30, foot - 480, 60, 42, paint)
    canvas.fill([(x - 40, foot - 478), (x, foot - 580), (x + 40, foot - 478)], paint)
    canvas.rectangle(x - 1.5, foot - 616, 3, 44, paint)
    for arch in (-17, 0, 17):
        canvas.rectangle(x + arch - 4, foot - 470, 8, 26, gold, 0.8)
    canvas.glow(x, foot - 392, 74, (255, 220, 150), 0.42)
    canvas.disc(x, foot - 392, 25, dial)
    ink = canvas.flat((40, 34, 50))
    canvas.stroke([(x, foot - 392), (x - 9, foot - 383)], 3.6, ink)
    canvas.stroke([(x, foot - 392), (x, foot - 373)], 2.4, ink)
    for number in range(8):
        if number not in (3, 4):
            left = x - 172 + number * 46
            arch = [(left + 11 - 11 * math.cos(math.pi * i / 16), foot - 150 - 13 * math.sin(math.pi * i / 16)) for i in range(17)]
            canvas.fill(arch + [(left + 22, foot - 92), (left, foot - 92)], gold, 0.85)


def reflect(canvas, shore):
    """Water below the shore: what stands above, darker, bluer and broken by ripples."""
    deep = (8, 14, 36)
    for y in range(shore, HEIGHT):
        depth = y - shore
        source = canvas.row(max(0, int(shore - 1 - depth * 1.7)))
        near = depth / (HEIGHT - shore)
        swing = (2 + 16 * near) * math.sin(depth * 0.55 / (0.35 + near) + 1.3 * math.sin(depth * 0.23))
        shift = int(round(swing))
        keep = 0.62 - 0.34 * near + 0.10 * math.sin(depth * 0.9 / (0.3 + near))
        canvas.set_row(y, [[d + (level - d) * keep for level in row[-shift:] + row[:-shift]]
                           for row, d in zip(source, deep)])


def town_at_night():
    canvas = Canvas(WIDTH, HEIGHT)
    shore = 850
    canvas.cover(canvas.gradient((0, (7, 11, 32)), (360, (17, 27, 66)), (640, (44, 54, 106)), (shore, (110, 92, 128))))
    stars(canvas, 3, 420, 640)
    canvas.glow(960, shore, 900, (255, 176, 120), 0.34, 3.2)
    canvas.glow(420, 200, 190, (150, 170, 220), 0.35)
    canvas.disc(420, 200, 54, canvas.gradient((150, (252, 250, 240)), (250, (222, 224, 232))))
    for x, y, radius in ((402, 186, 11), (436, 216, 8), (431, 180, 6), (408, 220, 5)):
        canvas.disc(x, y, radius, canvas.flat((206, 208, 218)), 0.55)

    street(canvas, 5, shore, (190, 400), (60, 120), canvas.gradient((420, (42, 50, 98)), (shore, (74, 70, 116))), (5, 8), 0.16)
    street(canvas, 9, shore, (130, 300), (80, 150), canvas.gradient((520, (25, 32, 70)), (shore, (44, 45, 84))), (7, 11), 0.30)
    town_hall(canvas, 1330, shore, canvas.gradient((270, (17, 22, 52)), (shore, (26, 28, 60))))
    street(canvas, 21, shore, (56, 130), (90, 150), canvas.gradient((680, (10, 14, 36)), (shore, (15, 18, 42))), (9, 13), 0.42)
    for x in range(70, WIDTH, 178):
        canvas.rectangle(x - 1.5, shore - 44, 3, 44, canvas.flat((6, 8, 22)))
        canvas.glow(x, shore - 46, 26, (255, 214, 140), 0.75)
        canvas.disc(x, shore - 46, 4.5, canvas.flat((255, 244, 214)))
    canvas.rectangle(0, shore - 8, WIDTH, 8, canvas.flat((6, 8, 22)))
    reflect(canvas, shore)
    return canvas


# Waves


def waves():
    canvas = Canvas(WIDTH, HEIGHT)
    canvas.cover(canvas.gradient((0, (10, 14, 44)), (480, (16, 34, 82)), (HEIGHT, (9, 18, 50))))
    canvas.glow(1520, 230, 620, (86, 66, 178), 0.55, 1.6)
    canvas.glow(300, 900, 700, (16, 120, 150), 0.45, 1.6)
    ribbons = [(92, 72, 196), (70, 96, 214), (48, 126, 222), (36, 156, 214), (44, 186, 200), (84, 208, 184),
               (136, 222, 176), (190, 232, 170)]
    for number, colour in enumerate(ribbons):
        share = number / (len(ribbons) - 1)

        def crest(x, share=share):
            swell = math.sin(x / 430 + 0.6 + 1.15 * share) * (150 - 70 * share)
            ripple = math.sin(x / 205 - 1.1 + 2.4 * share) * (26 + 30 * share)
            return 330 + 620 * share + swell + ripple + (x - WIDTH / 2) * (0.16 - 0.26 * share)

        def strength(x, share=share):
            return 0.30 + 0.34 * (0.5 + 0.5 * math.sin(x / 390 + 1 + 4.2 * share))

        def depth(x, share=share):
            return 70 + 60 * math.sin(x / 520 + share) ** 2

        canvas.veil(crest, canvas.flat(mix(colour, (255, 255, 255), 0.06)), strength, depth)
        canvas.veil(crest, canvas.flat(mix(colour, (255, 255, 255), 0.45)), lambda x, s=strength: 0.9 * s(x), lambda x: 2.2)
    return canvas


# The park at dawn


def leaves(x, y, radius):
    """A scalloped blob."""
    scallops = max(7, round(radius / 5))
    turns = [2 * math.pi * i / (6 * scallops) for i in range(6 * scallops)]
    reach = [radius * (0.93 + 0.13 * abs(math.sin(scallops * t / 2 + x)) + 0.05 * math.sin(3 * t + y)) for t in turns]
    return [(x + r * math.cos(t), y + r * math.sin(t)) for t, r in zip(turns, reach)]


def oak(canvas, seed, x, foot, height, shades):
    """A trunk with limbs under a crown of leaf clusters; `shades` go from the shade to the side of the sun, at the upper right."""
    dice = random.Random(seed)
    trunk = canvas.flat(shades[0])
    wide = height * 0.036
    side = [(3.4, 0), (2, 0.02), (1.35, 0.055), (1, 0.13), (0.75, 0.3), (0.7, 0.55)]
    canvas.fill([(x - wide * w, foot - height * h) for w, h in side]
                + [(x + wide * w, foot - height * h) for w, h in reversed(side)], trunk)
    for lean, start in ((-0.21, 0.27), (0.2, 0.31), (-0.07, 0.3)):
        canvas.stroke([(x, foot - height * start), (x + lean * height, foot - height * (start + 0.24))], wide * 0.8, trunk)

    clusters, count = [], round(12 + height / 15)
    for number in range(count):  # a sunflower's spiral leaves no holes
        turn, away = 2.4 * number + 0.5 * dice.random(), math.sqrt((number + 0.5) / count) * (0.86 + 0.22 * dice.random())
        clusters.append((math.cos(turn) * away, math.sin(turn) * away, height * (0.42 + 0.24 * dice.random()) / math.sqrt(count)))
    for step, shade in enumerate(shades):
        paint = canvas.flat(shade)
        for u, v, radius in clusters:
            if u - v > 0.75 * step - 1.5:
                canvas.fill(leaves(x + u * height * 0.33 + step * radius * 0.16, foot - height * 0.66 + v * height * 0.26
                                   - step * radius * 0.2, radius * (1.12 - 0.3 * step)), paint)


def lamp(canvas, x, foot, height, paint):
    top = foot - height
    canvas.glow(x, top - 20, 90, (255, 214, 140), 0.5)
    canvas.rectangle(x - 3, top, 6, height, paint)
    canvas.rectangle(x - 8, foot - 26, 16, 26, paint)
    canvas.fill([(x - 16, top - 40), (x - 10, top + 4), (x + 10, top + 4), (x + 16, top - 40)], paint)
    canvas.fill([(x - 12, top - 38), (x - 8, top - 1), (x + 8, top - 1), (x + 12, top - 38)], canvas.flat((255, 232, 176)))
    canvas.fill([(x - 21, top - 39), (x - 5, top - 60), (x + 5, top - 60), (x + 21, top - 39)], paint)
    canvas.disc(x, top - 62, 4, paint)


def bench(canvas, x, foot, paint):
    for slat in (62, 50, 38):
        canvas.rectangle(x, foot - slat, 150, 7, paint)
    canvas.rectangle(x - 8, foot - 28, 166, 8, paint)
    for leg in (8, 132):
        canvas.rectangle(x + leg, foot - 62, 8, 62, paint)
        canvas.rectangle(x + leg - 10, foot - 28, 7, 28, paint)


def park_at_dawn():
    canvas = Canvas(WIDTH, HEIGHT)
    canvas.cover(canvas.gradient((0, (38, 66, 104)), (300, (84, 112, 138)), (520, (178, 152, 142)), (680, (240, 186, 138)),
                                 (760, (250, 206, 150))))
    canvas.glow(1360, 640, 640, (255, 206, 140), 0.60, 1.7)
    canvas.glow(1360, 640, 170, (255, 232, 180), 0.85)
    canvas.disc(1360, 640, 62, canvas.flat((255, 246, 216)))
    for x, y, span in ((560, 250, 26), (640, 290, 20), (706, 236, 22), (480, 310, 16), (800, 300, 15)):
        beat = [math.pi * i / 8 for i in range(9)]
        for side in (-1, 1):
            wing = [(x + side * span * (1 - math.cos(t)) / 2, y - span * (0.36 * math.sin(t) + 0.1 * t)) for t in beat]
            canvas.stroke(wing, 2.6, canvas.flat((30, 44, 66)))

    dice = random.Random(17)
    rows = [  # base, tree height, how many, shades of the leaves, grass at the crest, haze at its foot
        (742, 130, 26, ((158, 144, 136), (176, 154, 138)), (168, 148, 132), (226, 186, 146)),
        (800, 210, 13, ((104, 116, 116), (122, 128, 120), (150, 142, 122)), (110, 122, 108), (186, 164, 128)),
        (868, 330, 6, ((52, 76, 78), (66, 90, 84), (98, 108, 88)), (62, 88, 76), (118, 126, 96)),
    ]
    for number, (base, height, count, shades, grass, haze) in enumerate(rows):
        profile = rolling(60 + number, base, 18, 1300)
        for tree in range(count):
            x = (tree + 0.15 + 0.7 * dice.random()) * (WIDTH + 200) / count - 100
            if abs(x - 1360) > height * 0.55:
                oak(canvas, 100 * number + tree, x, profile(x) + 8, height * (0.75 + 0.45 * dice.random()), shades)
        canvas.ground(profile, canvas.gradient((base - 20, grass), (base + 70, haze)))
        canvas.glow(900, base + 46, 1500, (255, 216, 164), 0.26, 30)

    lawn, near = rolling(70, 930, 16, 1500), (13, 26, 32)
    canvas.ground(lawn, canvas.gradient((910, (44, 70, 58)), (1010, (24, 44, 42))))
    oak(canvas, 901, 150, 1016, 780, (near, (18, 36, 40)))
    oak(canvas, 907, 1800, 1016, 620, (near, (18, 36, 40)))
    canvas.ground(rolling(71, 1008, 10, 1100), canvas.gradient((1000, (26, 48, 44)), (HEIGHT, (12, 26, 28))))
    bends = [i / 40 for i in range(41)]
    middle = [(1350 - 470 * t ** 0.8 + 60 * math.sin(5 * t), lawn(1350) + 1 + (HEIGHT - 930) * t ** 1.5, 7 + 190 * t ** 1.6)
              for t in bends]
    canvas.fill([(x - half, y) for x, y, half in middle] + [(x + half, y) for x, y, half in reversed(middle)],
                canvas.gradient((926, (214, 178, 132)), (HEIGHT, (70, 70, 68))), 0.8)
    bench(canvas, 500, 1030, canvas.flat(near))
    lamp(canvas, 730, 1034, 270, canvas.flat(near))
    return canvas


def draw(scene):
    scene().write_png(IMAGES / f"{scene.__name__.replace('_', '-')}.png")


def main():
    IMAGES.mkdir(exist_ok=True)
    with multiprocessing.Pool() as pool:
        pool.map(draw, (park_at_dawn, waves, hills_at_dusk, town_at_night, recycling_chart), chunksize=1)


if __name__ == "__main__":
    main()
