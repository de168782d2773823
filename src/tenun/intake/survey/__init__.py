"""Surveys: a row a case, columns that are variables or answers in people's own words."""
