"""How views into a document are pickled: as the document, once, and their position in it."""


def view(document, list, number):
    return getattr(document, list)[number]
