"""The production server: a front that no slow visitor can hold, before the plain WSGI app.

Four kinds of processes, each started by the one above it:

    supervisor    owns the listening socket and the signals; imports nothing of the site
    generation    reads the content once and forks the two kinds below; SIGHUP starts another one beside it
    page maker    makes the pages that are the same for everybody, once for all workers
    worker        answers visitors: ready pages from memory, everything else from Flask in a thread
"""
