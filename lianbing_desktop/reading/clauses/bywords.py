"""The words behind a day that make it a deadline: 前, 之前, 为止, 截止."""

import re

BY = re.compile(
    r"(?:\(含[^()\n]{0,6}\)|\(以?[^()\n]{0,6}为准\))?(?:当[天日])?(?:之前|以前|前(?!后|往|述|期|款)|(?:日)?为?止|截止|截稿|之内|以内|内(?!容|部|外|设|涝))"
)
