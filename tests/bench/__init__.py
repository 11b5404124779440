"""How fast it is: whole processes timed in turn, and their ratios, for the machines are noisy.

One file, one goal: ``goal_1_bare``, ``goal_2_peers`` and so on give the rows of their tables;
``__main__`` lists them. The rest is what they share: ``plan`` (how much is measured), ``timing``
(how), ``programs`` (what is run), ``table`` (how it is told).

``python -m bench`` measures everything, ``python -m bench --quick`` what can be told in a minute.
"""
