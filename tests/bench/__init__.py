"""Measurements that print ratios; nothing here is run by pytest."""
