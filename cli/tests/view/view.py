#!/usr/bin/env python3
"""Opens pages of `quotation --format html` in headless Chromium and uses them as a reader does.

Usage: view.py PROGRAM FOLDER. Screenshots go to the folder. Needs chromium and chromedriver.
"""

import os
import subprocess
import sys
import tempfile

import browser as chromium
from browser import Browser, expect, expect_that

HERE = os.path.dirname(os.path.abspath(__file__))
DIALOGUE = os.path.join(HERE, "../data/dialogue.txt")
ARTICLE = os.path.join(HERE, "../../../examples/article.txt")


def card(browser):
    return browser.run("const card = document.getElementById('card'); return card.hidden ? '' : card.innerText")


def check_dialogue(browser, page, folder):
    browser.open(page)
    with open(DIALOGUE, encoding="utf-8") as file:
        text = file.read()
    shown = browser.run("return [...document.querySelectorAll('.text')].map((one) => one.textContent).join('')")
    expect("the text, whole", shown, text)
    expect("what the text says stays text", browser.run("return document.title"), "Who said what: dialogue.txt")
    expect("resources that were loaded", browser.run("return performance.getEntriesByType('resource').length"), 0)

    expect("the card before", card(browser), "")
    browser.point_at(".q[data-q='1']")
    expect_that("pointing shows the speaker", card(browser).startswith("×\nMarta Quill"))
    expect_that("and the cue", "“said”" in card(browser))
    expect("the cue beside it", browser.run("return document.querySelector('.cue.of').textContent"), "said")
    browser.point_at("h1")
    expect("pointing elsewhere hides it", card(browser), "")
    browser.click(".q[data-q='0']")
    browser.point_at("h1")
    expect_that("a click keeps it", "Jonas Peel" in card(browser))
    browser.press("n")
    expect_that("a key goes to the next", "Marta Quill" in card(browser))
    expect("which has the focus", browser.run("return document.activeElement.id"), "q1")
    browser.press("p")
    expect_that("and back", "Jonas Peel" in card(browser))
    browser.press("\ue00c")
    expect("Escape closes it", card(browser), "")

    off = "return document.querySelectorAll('.q.off').length"
    status = "return document.getElementById('shown').textContent"
    expect("all are marked", browser.run(off), 0)
    everything = browser.run(status)
    bram = browser.run(
        "return [...document.querySelectorAll('[data-speaker]')]"
        ".find((one) => one.textContent.includes('Bram')).dataset.speaker"
    )
    browser.click(f"[data-speaker='{bram}']")
    marked = "return [...new Set([...document.querySelectorAll('.q:not(.off)')].map((one) => one.className))]"
    expect_that("one speaker's are marked", all(f"s{bram}" in one for one in browser.run(marked)))
    expect_that("and counted", " of " in browser.run(status))
    browser.click("#all")
    expect("all again", browser.run(status), everything)
    browser.click("[name=kind][value=direct]")
    expect_that("a kind is taken out", not any("direct" in one.split() for one in browser.run(marked)))
    browser.click("#all")
    browser.run(
        "const range = document.getElementById('confidence'); range.value = 100;"
        "range.dispatchEvent(new Event('input'))"
    )
    expect_that("fewer are that sure", browser.run(status) != everything)
    browser.click("#all")
    expect_that("who answers whom is drawn", browser.run("return document.querySelectorAll('svg .number').length") >= 4)

    # The speakers' buttons by keyboard alone.
    browser.run("document.querySelector('[data-speaker]').focus()")
    browser.press(" ")
    expect("space chooses", browser.run("return document.activeElement.getAttribute('aria-pressed')"), "true")
    browser.click("#all")
    browser.click(".q[data-q='4']")
    browser.screenshot(os.path.join(folder, "dialogue.png"))


def check_dark(browser, page, folder):
    background = "return getComputedStyle(document.body).backgroundColor"
    light = browser.run(background)
    browser.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    dark = browser.run(background)
    expect_that("dark mode is dark", max(map(int, dark[4:-1].split(","))) < 60)
    expect_that("light mode is light", min(map(int, light[4:-1].split(","))) > 200)
    browser.screenshot(os.path.join(folder, "dark.png"))
    browser.devtools("Emulation.setEmulatedMedia", features=[])


def check_phone(browser, page, folder):
    browser.devtools(
        "Emulation.setDeviceMetricsOverride", width=390, height=800, deviceScaleFactor=2, mobile=True
    )
    browser.open(page)
    wide = "return document.scrollingElement.scrollWidth <= window.innerWidth"
    expect_that("a phone need not scroll sideways", browser.run(wide))
    expect("the filters are folded", browser.run("return document.querySelector('nav details').open"), False)
    browser.click(".q[data-q='2']")
    expect_that("a tap shows the card", "Marta Quill" in card(browser) or "Jonas Peel" in card(browser))
    bottom = "return Math.round(document.getElementById('card').getBoundingClientRect().bottom) <= window.innerHeight"
    expect_that("within the screen", browser.run(bottom))
    # At the lower edge, where the card comes to lie.
    browser.press("\ue00c")
    browser.run(
        "const box = document.querySelector(\".q[data-q='5']\").getBoundingClientRect();"
        "scrollBy(0, box.bottom - innerHeight + 20)"
    )
    browser.click(".q[data-q='5']")
    above = (
        "return document.querySelector(\".q[data-q='5']\").getBoundingClientRect().bottom"
        " <= document.getElementById('card').getBoundingClientRect().top"
    )
    expect_that("the card is below its words", browser.run(above))
    browser.screenshot(os.path.join(folder, "phone.png"))
    browser.devtools("Emulation.clearDeviceMetricsOverride")


def main():
    program, folder = map(os.path.abspath, sys.argv[1:])
    os.makedirs(folder, exist_ok=True)
    pages = []
    for name, arguments in (("dialogue", ["--genre", "novel", DIALOGUE]), ("article", [ARTICLE])):
        page = os.path.join(folder, name + ".html")
        subprocess.run([program, "--format", "html", "--output", page, *arguments], check=True)
        pages.append(page)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(profile)
        try:
            browser.call("POST", "/window/rect", {"width": 1280, "height": 800})
            check_dialogue(browser, pages[0], folder)
            check_dark(browser, pages[0], folder)
            check_phone(browser, pages[0], folder)
            browser.call("POST", "/window/rect", {"width": 1280, "height": 760})
            browser.open(pages[1])
            browser.click(".q[data-q='3']")
            browser.screenshot(os.path.join(folder, "article.png"))
            expect("complaints of the browser", browser.problems(), [])
        finally:
            browser.close()
    print(f"{chromium.checked} passed, 0 failed")


main()
