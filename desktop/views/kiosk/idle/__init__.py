"""Is somebody still there?"""
