"""How views into a document are pickled: as the document, once, and their place in it."""


def view(document, list, number):
    return getattr(document, list)[number]
