"""What --only of environment/compare chooses."""

import pytest

from compare_arguments import chosen


def test_all_that_have_it_in_their_names():
    assert chosen(["gaussian-200", "blur-500", "gaussian-1000"], "gaussian") == [
        "gaussian-200",
        "gaussian-1000",
    ]


def test_a_name_of_none_is_refused_before_anything_runs():
    with pytest.raises(SystemExit, match=r"--only toeplitz: no problem .*: blur, gaussian"):
        chosen(["blur", "gaussian"], "toeplitz")
