"""The hostile side: files as people bring them become plain, checked objects."""

from tenun.intake.documents import read_document
from tenun.intake.folder.contents import FolderSource, StudyFolder
from tenun.intake.folder.study_folder import read_study_folder
from tenun.intake.reading import Reading

__all__ = ["FolderSource", "Reading", "StudyFolder", "read_document", "read_study_folder"]
