"""收回扫描件: pages that came back are filed; those nobody recognised are assigned."""
