"""The only door to Git: what a repository holds is data, and changes neither what is run nor what is read.

``repository_of`` finds the repository that a file lies in, ``bare_repository`` one without a work tree,
``served_repository`` opens the one that is named; every question to it is a method there.
"""

from lianxi.git.commit import Committed
from lianxi.git.failure import GitError
from lianxi.git.history import Revision
from lianxi.git.listing import Held
from lianxi.git.objects import blob_id
from lianxi.git.pushed import BRANCHES, Pushed, received, sent
from lianxi.git.repository import Repository, bare_repository, repository_of, served_repository
from lianxi.git.revisions import Branch

__all__ = [
    "BRANCHES",
    "Branch",
    "Committed",
    "GitError",
    "Held",
    "Pushed",
    "Repository",
    "Revision",
    "bare_repository",
    "blob_id",
    "received",
    "repository_of",
    "sent",
    "served_repository",
]
