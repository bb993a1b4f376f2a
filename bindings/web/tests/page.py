#!/usr/bin/env python3
"""Uses the page in headless Chromium as a person does, from a disk and without a network, and the package in a page.

Usage: page.py PACKAGES PROGRAM FOLDER, PACKAGES being what `pack.js` made. Screenshots and downloads go to the folder.
"""

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../../../cli/tests/view"))

import browser as chromium  # noqa: E402
from browser import ELEMENT, Browser, expect, expect_that  # noqa: E402

ARTICLE = os.path.join(HERE, "../../../examples/article.txt")
# Whether they are seen.
FILTERS = "return document.querySelector('nav details').open"
CONTROL, TAB, ENTER, ESCAPE = "\ue009", "\ue004", "\ue007", "\ue00c"


def wait_for(what, found, expected):
    deadline = time.monotonic() + 60
    while (last := found()) != expected and time.monotonic() < deadline:
        time.sleep(0.05)
    expect(what, last, expected)


class Page:
    """The page in the browser, by what a person sees of it."""

    def __init__(self, browser, folder):
        self.browser = browser
        self.folder = folder

    def type(self, selector, words):
        self.browser.call("POST", f"/element/{self.browser.find(selector)}/value", {"text": words})

    def choose_file(self, selector, path):
        # A file's name goes to an input whether it is shown or not.
        self.type(selector, os.path.abspath(path))

    def words(self, selector):
        return self.browser.run("return document.querySelector(arguments[0]).innerText", selector)

    def value(self, selector):
        return self.browser.run("return document.querySelector(arguments[0]).value", selector)

    def shown(self, selector):
        return self.browser.run("return document.querySelector(arguments[0]).checkVisibility()", selector)

    def focused(self):
        return self.browser.run("return document.activeElement.id || document.activeElement.textContent.trim()")

    def press_with_control(self, key):
        actions = [
            {"type": "keyDown", "value": CONTROL}, {"type": "keyDown", "value": key},
            {"type": "keyUp", "value": key}, {"type": "keyUp", "value": CONTROL},
        ]
        self.browser.call("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def in_view(self, script):
        """Runs a script in the frame that shows the text."""
        self.browser.call("POST", "/frame", {"id": {ELEMENT: self.browser.find("#view")}})
        try:
            return self.browser.run(script)
        finally:
            self.browser.call("POST", "/frame", {"id": None})

    def click_in_view(self, selector):
        self.browser.call("POST", "/frame", {"id": {ELEMENT: self.browser.find("#view")}})
        try:
            self.browser.click(selector)
        finally:
            self.browser.call("POST", "/frame", {"id": None})

    def speakers(self):
        names = "[...document.querySelectorAll('.people .name')].map((one) => one.textContent)"
        return self.in_view(f"return {names}")

    def wait_for_view(self):
        wait_for("the text is shown", lambda: self.in_view("return document.querySelector('.text') !== null"), True)

    def download(self, selector, name):
        path = os.path.join(self.folder, name)
        if os.path.exists(path):
            os.remove(path)
        self.browser.click(selector)
        wait_for(f"{name} is there", lambda: os.path.exists(path), True)
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()

    def is_painted(self):
        """Whether more than paper is seen where the text is."""
        box = self.browser.run(
            "const { x, y, width, height } = document.getElementById('view').getBoundingClientRect();"
            "return { x, y, width, height, scale: 1 }"
        )
        image = self.browser.devtools("Page.captureScreenshot", clip=box)["data"]
        return len(image) > 12_000

    def screenshot(self, name):
        self.browser.screenshot(os.path.join(self.folder, name + ".png"))


def check_privacy(page):
    browser = page.browser
    expect_that("it says that nothing leaves", "Nothing leaves your machine" in page.words("#private"))
    expect("what was loaded", browser.run("return performance.getEntriesByType('resource').length"), 0)
    refused = browser.call("POST", "/execute/async", {
        "script": "const done = arguments[0]; fetch('http://127.0.0.1:9/').then(() => done('sent'), () => done('refused'))",
        "args": [],
    })
    expect("the page may not send", refused, "refused")
    log = browser.call("POST", "/se/log", {"type": "browser"})
    expect_that("its own policy refuses it", any("Content Security Policy" in entry["message"] for entry in log))


def check_writing(page):
    browser = page.browser
    expect("the cursor is in the text", page.focused(), "text")
    submit = "return document.querySelector('#form .main').disabled"
    wait_for("nothing to read yet", lambda: browser.run(submit), True)
    page.type("#text", "“The dam holds,” said Ines Okoro. “Does it?” asked Tomas Lindqvist. <b>Nobody & nothing")
    wait_for("something to read", lambda: browser.run(submit), False)
    page.press_with_control(ENTER)
    page.wait_for_view()
    expect("what was found", page.words("#found"), "2 quotations, 2 speakers")
    expect("who speaks", page.speakers(), ["Ines Okoro", "Tomas Lindqvist"])
    text = page.in_view("return document.querySelector('.text').textContent")
    expect("the text, whole", text, page.value("#text"))
    page.click_in_view(".q[data-q='1']")
    card = page.in_view("return document.getElementById('card').innerText")
    expect_that("a click tells the speaker", "Tomas Lindqvist" in card and "“asked”" in card)
    browser.call("POST", "/back", {})
    wait_for("back is the text", lambda: page.shown("#text"), True)
    expect("with the cursor", page.focused(), "text")
    browser.call("POST", "/forward", {})
    wait_for("and forward the reading", lambda: page.shown("#view"), True)
    wait_for("with what was found", page.is_painted, True)
    browser.click("#back")
    wait_for("the button goes back too", lambda: page.shown("#text"), True)
    for _ in range(2):
        browser.click("#form .main")
        wait_for("read again, it is seen", page.is_painted, True)
        expect("one step of history", browser.run("return history.state"), "reading")
        browser.call("POST", "/back", {})
        wait_for("and one step back", lambda: page.shown("#text"), True)


def check_files(page, folder):
    browser = page.browser
    page.choose_file("#file", ARTICLE)
    with open(ARTICLE, encoding="utf-8") as file:
        article = file.read()
    wait_for("the file's text", lambda: page.value("#text"), article)
    old = os.path.join(folder, "old.txt")
    with open(old, "wb") as file:
        file.write("“Caf\xe9,” said Zo\xeb Vos.".encode("cp1252", "strict"))
    page.choose_file("#file", old)
    wait_for("an old encoding", lambda: page.value("#text"), "“Café,” said Zoë Vos.")
    expect_that("and a word of it", "Windows-1252" in page.words("#note"))
    page.choose_file("#file", os.path.join(HERE, "../../../cli/tests/data/book.epub"))
    wait_for("what is no text is refused", lambda: "no plain text" in page.words("#note"), True)
    expect("and nothing lost", page.value("#text"), "“Café,” said Zoë Vos.")
    # A file that is dropped, with a soft hyphen that would part a name.
    browser.run("""
        const data = new DataTransfer();
        data.items.add(new File(["\\ufeff“It holds,” said Ines Oko\\u00adro."], "dropped.txt", { type: "text/plain" }));
        for (const kind of ["dragover", "drop"]) {
          document.getElementById("text").dispatchEvent(
            new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
        }""")
    wait_for("the file that was dropped", lambda: page.value("#text"), "“It holds,” said Ines Okoro.")
    expect_that("by its name", page.words("#note").startswith("dropped.txt: "))
    expect("no sign of dragging is left", browser.run("return document.body.className"), "")


def check_downloads(page, program):
    """What is downloaded is what the program writes."""
    browser = page.browser
    page.choose_file("#file", ARTICLE)
    wait_for("the article", lambda: page.value("#text").startswith("Engineers"), open(ARTICLE).read().startswith("Engineers"))
    browser.click("#form .main")
    page.wait_for_view()
    wait_for("it is seen", page.is_painted, True)
    for form, name in (("json", "article.json"), ("csv", "article.csv"), ("tei", "article.xml"), ("html", "article.html")):
        written = subprocess.run(
            [program, "--format", form, "article.txt"], cwd=os.path.dirname(ARTICLE), check=True, capture_output=True
        ).stdout.decode()
        expect(name, page.download(f"[data-form={form}]", name), written)
    page.screenshot("reading")


def check_cast(page):
    browser = page.browser
    expect_that("the engineer by her name", "Ines Okoro" in page.speakers())
    browser.click("#reading .cast")
    browser.click("#take")
    names = "return [...document.querySelectorAll('.member [name=name]')].map((one) => one.value)"
    found = browser.run(names)
    expect_that("the speakers found", "Ines Okoro" in found and "Tomas Lindqvist" in found)
    number = found.index("Ines Okoro") + 1
    name = f".member:nth-child({number}) [name=name]"
    browser.call("POST", f"/element/{browser.find(name)}/clear", {})
    page.type(name, "Dr Ines Okoro")
    page.type(f".member:nth-child({number}) [name=aliases]", "; Ines Okoro")
    page.screenshot("cast")
    saved = json.loads(page.download("#save", "cast.json"))
    expect("the cast as a file", saved[number - 1]["name"], "Dr Ines Okoro")
    # Enter in a field uses the cast.
    page.type(name, ENTER)
    wait_for("the other name is shown", lambda: "Dr Ines Okoro" in page.speakers(), True)
    wait_for("and seen", page.is_painted, True)
    page.screenshot("recast")
    expect("in place of the first", "Ines Okoro" in page.speakers(), False)
    expect("the button counts", page.words("#reading .cast"), f"Cast ({len(found)})…")

    browser.click("#reading .cast")
    for box in (1, 2):
        browser.click(f".member:nth-child({box}) [name=narrator]")
    browser.click("#people .main")
    expect_that("what is wrong is said", "one narrator at most" in page.words("#wrong"))
    expect("and nothing is used", page.shown("#people"), True)
    page.choose_file("#cast-file", os.path.join(page.folder, "cast.json"))
    wait_for("a saved cast comes back", lambda: browser.run(names)[number - 1], "Dr Ines Okoro")
    expect("and what was wrong goes", page.words("#wrong"), "")
    for _ in found:
        browser.click(".member [name=remove]")
    browser.click("#people .main")
    wait_for("no cast", lambda: "Ines Okoro" in page.speakers(), True)
    browser.click("#reading .cast")
    browser.press(ESCAPE)
    expect("Escape closes", page.shown("#people"), False)


def check_notices(page, address):
    browser = page.browser
    browser.open(address)
    wait_for("it is ready", lambda: page.focused(), "text")
    expect("the licences are out of the way", page.shown("#notices"), False)
    browser.click("#notices-open")
    with open(os.path.join(HERE, "../npm/THIRD-PARTY.txt"), encoding="utf-8") as file:
        expect("all of them", browser.run("return document.querySelector('#notices pre').textContent"), file.read())
    page.screenshot("licences")
    browser.click("#notices .main")
    expect("and closed again", page.shown("#notices"), False)


def check_keyboard(page, address):
    """From the start to a result and a download without a mouse."""
    browser = page.browser
    browser.open(address)
    wait_for("it is ready", lambda: page.focused(), "text")
    order = []
    for _ in range(5):
        browser.press(TAB)
        order.append(page.focused())
    expect("what Tab goes to", order[:3], ["choose", "sample", "Cast…"])
    expect("then how to read", order[3], "genre")
    browser.run("document.getElementById('sample').focus()")
    browser.press(ENTER)
    wait_for("the sample", lambda: "Harlow Bridge" in page.value("#text"), True)
    wait_for("the button waits", lambda: page.focused().startswith("Show who said what"), True)
    browser.press(ENTER)
    page.wait_for_view()
    expect("the text has the focus", page.focused(), "view")
    browser.press("n")
    wait_for("and its keys", lambda: page.in_view("return document.getElementById('card').hidden"), False)


def check_looks(page, address):
    browser = page.browser
    scheme = functools.partial(browser.devtools, "Emulation.setEmulatedMedia")
    background = "return getComputedStyle(document.body).backgroundColor"
    for name, darkest in (("light", False), ("dark", True)):
        scheme(features=[{"name": "prefers-color-scheme", "value": name}])
        browser.open(address)
        wait_for("it is ready", lambda: page.focused(), "text")
        browser.click("#sample")
        light = min(map(int, re.findall(r"\d+", browser.run(background))[:3]))
        expect(f"{name} is {name}", light < 60, darkest)
        page.screenshot(f"writing-{name}")
        browser.click("#form .main")
        page.wait_for_view()
        wait_for("the filters are open", lambda: page.in_view(FILTERS), True)
        page.screenshot(f"reading-{name}")
    scheme(features=[])
    browser.devtools("Emulation.setDeviceMetricsOverride", width=390, height=800, deviceScaleFactor=2, mobile=True)
    browser.open(address)
    browser.click("#sample")
    narrow = "return document.scrollingElement.scrollWidth <= innerWidth && document.scrollingElement.scrollHeight <= innerHeight"
    expect_that("a phone need not scroll the page", browser.run(narrow))
    page.screenshot("writing-phone")
    browser.click("#form .main")
    page.wait_for_view()
    expect_that("nor the reading", browser.run(narrow))
    wait_for("the filters are folded", lambda: page.in_view(FILTERS), False)
    high = "return document.getElementById('view').getBoundingClientRect().height > innerHeight / 2"
    expect_that("most of it is the text", browser.run(high))
    page.screenshot("reading-phone")
    browser.click("#reading .cast")
    browser.click("#take")
    page.screenshot("cast-phone")
    browser.devtools("Emulation.clearDeviceMetricsOverride")


def check_large(page, address):
    """A novel of a megabyte is read, whole."""
    browser = page.browser
    browser.open(address)
    wait_for("it is ready", lambda: page.focused(), "text")
    browser.run("""
        const text = document.getElementById("text");
        text.value = "“Is it far?” asked Marta Quill.\\n\\nJonas Peel shrugged. “An hour.”\\n\\n".repeat(15000);
        text.dispatchEvent(new Event("input"));""")
    browser.click("#form .main")
    wait_for("it is read", lambda: page.words("#found") if page.shown("#found") else "", "30000 quotations, 2 speakers")


def check_package(browser, packages):
    """The example of the package's page, without a bundler."""
    with open(os.path.join(packages, "npm/README.md"), encoding="utf-8") as file:
        [example] = re.findall(r"^```html\n(.*?)^```$", file.read(), re.M | re.S)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(os.path.join(packages, "npm"), folder, dirs_exist_ok=True)
        with open(os.path.join(folder, "index.html"), "w", encoding="utf-8") as file:
            file.write("<!DOCTYPE html><meta charset=utf-8><link rel=icon href=data:,><body>" + example)
        handler = functools.partial(Quiet, directory=folder)
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser.open(f"http://127.0.0.1:{server.server_port}/")
            wait_for("the package in a browser", lambda: browser.run("return document.body.innerText.trim()"), "Ines Okoro")
            server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def main():
    packages, program, folder = map(os.path.abspath, sys.argv[1:])
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(profile)
        try:
            browser.call("POST", "/window/rect", {"width": 1280, "height": 800})
            browser.devtools("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
            browser.devtools("Network.enable")
            offline = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
            browser.devtools("Network.emulateNetworkConditions", offline=True, **offline)
            address = "file://" + os.path.join(packages, "page/index.html")
            page = Page(browser, folder)
            browser.open(address)
            check_writing(page)
            check_files(page, folder)
            check_downloads(page, program)
            check_cast(page)
            check_notices(page, address)
            check_keyboard(page, address)
            check_looks(page, address)
            check_large(page, address)
            expect("complaints of the browser", browser.problems(), [])
            browser.open(address)
            check_privacy(page)
            browser.devtools("Network.emulateNetworkConditions", offline=False, **offline)
            check_package(browser, packages)
            expect("complaints of the browser", browser.problems(), [])
        finally:
            browser.close()
    print(f"{chromium.checked} passed, 0 failed")


main()
