"""REFI-QDA, the format that programs for qualitative analysis share: `.qdpx` projects and `.qdc` codebooks.

The schemas in `schemas/` are those of the standard (QDA-XML 1.0, 18 March 2019), copyright 2019 REFI
www.qdasoftware.org, under the MIT licence that each of them carries.
"""
