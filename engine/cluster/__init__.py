"""Renders that several computers share: who may, who restores which stretch, what comes back."""
