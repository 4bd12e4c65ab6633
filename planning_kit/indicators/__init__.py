"""Indicators, their frozen baselines and their progress, and the model-tambon score: pure."""
