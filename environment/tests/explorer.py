"""The explorer of a run in a page, whatever the page is: a notebook or its export."""

from playwright.sync_api import Frame, Locator, Page, expect

FRAME = "iframe.sea4j-explorer"
STILL = 'img[alt*="iteration t ="]'

# S_t holds the k largest |X_t|, so in no frame is an entry outside larger than one inside.
SUPPORTS_OF_THE_LARGEST = """() => film.support.every((support, t) => {
    const size = j => Math.abs(film.exploration[t].codes[j]);
    const inside = new Set(support);
    const outside = [...Array(n).keys()].filter(j => !inside.has(j));
    return Math.min(...support.map(size)) >= Math.max(...outside.map(size));
})"""


class Explorer:
    """The first explorer of a page in which scripts run."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.element: Locator = page.locator(FRAME).first
        expect(self.element).to_be_visible()
        self.inside = page.frame_locator(FRAME).first
        expect(self.inside.locator("#position")).to_contain_text("t =")

    def frame(self) -> Frame:
        return self.element.element_handle().content_frame()

    def iteration(self) -> int:
        return int(self.inside.locator("#explorer").get_attribute("data-iteration"))

    def iterations(self) -> int:
        """How many there are."""
        return int(self.inside.locator("#slider").get_attribute("max")) + 1

    def click(self, control: str) -> int:
        self.inside.locator(f"#{control}").click()
        return self.iteration()

    def press(self, key: str) -> int:
        """A key, with the focus where the last click left it."""
        self.page.keyboard.press(key)
        return self.iteration()

    def support(self) -> list[int]:
        """S_t, from the lists of what was found and of what is wrong."""
        lists = self.inside.locator("#sets .found dd, #sets .wrong dd").all_inner_texts()
        return sorted(int(j) for text in lists if text != "none" for j in text.split(", "))

    def reading(self) -> str:
        return self.inside.locator("#reading").inner_text()

    def every_support_holds_the_largest(self) -> bool:
        return self.frame().evaluate(SUPPORTS_OF_THE_LARGEST)

    def marks(self) -> int:
        """How many shapes the three charts consist of."""
        return self.inside.locator("figure svg path[d]").count()
