"""The production server: a front that slow clients cannot block, before the plain WSGI app.

It has four kinds of processes, each started by the one above it:

    supervisor    owns the listening socket and the signals; imports no code of the site
    generation    reads the content once and forks the two kinds below; SIGHUP starts a new one beside it
    page maker    renders the static pages (the same for every visitor), once for all workers
    worker        serves visitors: cached pages from memory, everything else from Flask in a thread
"""
