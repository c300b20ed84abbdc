DELETE WHERE { figure:F1 dia:depicts ?concept ; dia:onLine ?line }
